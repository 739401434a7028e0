package broadsheet.opensearch;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The engine on the shared cluster for an archive whose working copy is in a folder. This extension
 * of a test class deletes a test's archives when it ends: a cluster with hundreds of them is slow
 * to make the next.
 */
final class ClusterPlaces implements BeforeEachCallback, AfterEachCallback {

  private static final ThreadLocal<Set<Location>> USED = ThreadLocal.withInitial(HashSet::new);

  static OpenSearchEngine at(Path place) {
    return at("", place);
  }

  /** The same, whose readers are wrapped as the security plugin wraps them. */
  static OpenSearchEngine wrappedAt(Path place) {
    return at("wrapped-", place);
  }

  private static OpenSearchEngine at(String prefix, Path place) {
    String name = prefix + "place-" + Integer.toHexString(place.toAbsolutePath().hashCode());
    Location location = Location.of(TestCluster.shared().location(name));
    USED.get().add(location);
    return new OpenSearchEngine(location, place);
  }

  /** The archives that this thread made for all tests of a class stay. */
  @Override
  public void beforeEach(ExtensionContext context) {
    USED.remove();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    for (Location location : USED.get()) {
      try (Cluster cluster = Cluster.of(location, ClusterAccess.of(Map.of()))) {
        cluster.indexes(location.archive() + "*").forEach(index -> cluster.delete(index.name()));
      }
    }
    USED.remove();
  }
}
