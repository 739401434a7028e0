package broadsheet.opensearch;

import broadsheet.engine.Engine;
import java.nio.file.Path;

/** The engine on the shared cluster for an archive whose working copy is in a folder. Stateless. */
final class ClusterPlaces {
  private ClusterPlaces() {}

  static Engine at(Path place) {
    String name = "place-" + Integer.toHexString(place.toAbsolutePath().hashCode());
    return new OpenSearchEngine(Location.of(TestCluster.shared().location(name)), place);
  }
}
