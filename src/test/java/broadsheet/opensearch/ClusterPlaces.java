package broadsheet.opensearch;

import broadsheet.engine.Engine;
import java.nio.file.Path;

/** The engine on the shared cluster for an archive whose working copy is in a folder. Stateless. */
final class ClusterPlaces {
  private ClusterPlaces() {}

  static Engine at(Path place) {
    return at("", place);
  }

  /** The same, whose readers are wrapped as the security plugin wraps them. */
  static Engine wrappedAt(Path place) {
    return at("wrapped-", place);
  }

  private static Engine at(String prefix, Path place) {
    String name = prefix + "place-" + Integer.toHexString(place.toAbsolutePath().hashCode());
    return new OpenSearchEngine(Location.of(TestCluster.shared().location(name)), place);
  }
}
