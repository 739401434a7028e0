package broadsheet.opensearch;

import java.nio.file.Path;

/** The engine on the shared cluster for an archive whose working copy is in a folder. Stateless. */
final class ClusterPlaces {
  private ClusterPlaces() {}

  static OpenSearchEngine at(Path place) {
    return at("", place);
  }

  /** The same, whose readers are wrapped as the security plugin wraps them. */
  static OpenSearchEngine wrappedAt(Path place) {
    return at("wrapped-", place);
  }

  private static OpenSearchEngine at(String prefix, Path place) {
    String name = prefix + "place-" + Integer.toHexString(place.toAbsolutePath().hashCode());
    return new OpenSearchEngine(Location.of(TestCluster.shared().location(name)), place);
  }
}
