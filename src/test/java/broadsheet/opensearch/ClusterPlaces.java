package broadsheet.opensearch;

import broadsheet.engine.ArchiveCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The engine on the shared cluster for an archive whose working copy is in a folder. The extension
 * deletes archives whose folder is gone, after each test and each class: a cluster with a hundred
 * of them takes minutes to make the next. Shards have a second copy in tests that run alone, since
 * these kill nodes.
 */
final class ClusterPlaces implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  /** The archives, and of each the folder that is there as long as it is needed. */
  private static final Map<Location, Path> USED = new ConcurrentHashMap<>();

  static OpenSearchEngine at(Path place) {
    return at("", place);
  }

  /** The same, whose readers are wrapped as the security plugin wraps them. */
  static OpenSearchEngine wrappedAt(Path place) {
    return at("wrapped-", place);
  }

  private static OpenSearchEngine at(String prefix, Path place) {
    Path archive = ArchiveCollection.archiveOf(place);
    String name = prefix + "place-" + Integer.toHexString(archive.toAbsolutePath().hashCode());
    Location location = Location.of(TestCluster.shared().location(name));
    USED.put(location, Files.exists(archive) ? archive : archive.toAbsolutePath().getParent());
    return new OpenSearchEngine(location.of(ArchiveCollection.of(place)), place);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isAlone(context)) {
      System.clearProperty(ShardCount.REPLICAS);
    } else {
      System.setProperty(ShardCount.REPLICAS, "0");
    }
  }

  private static boolean isAlone(ExtensionContext context) {
    return Stream.concat(
            context.getEnclosingTestClasses().stream(), Stream.of(context.getRequiredTestClass()))
        .anyMatch(each -> each.isAnnotationPresent(Isolated.class));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    deleteUnused();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    deleteUnused();
  }

  private static void deleteUnused() {
    USED.forEach(
        (location, folder) -> {
          if (!Files.exists(folder) && USED.remove(location, folder)) {
            try (Cluster cluster = Cluster.of(location, ClusterAccess.of(Map.of()))) {
              cluster.indexes(location.archive() + "*").forEach(i -> cluster.delete(i.name()));
            }
          }
        });
  }
}
