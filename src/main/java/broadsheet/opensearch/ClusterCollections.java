package broadsheet.opensearch;

import broadsheet.engine.ArchiveCollection;
import broadsheet.lucene.coordinator.ArchiveSource;
import broadsheet.lucene.coordinator.ShardedCollections;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The collections of an archive on a cluster, in indexes of their own. One that the user of this
 * program may not read is none of them.
 */
final class ClusterCollections extends ShardedCollections {

  private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

  /** The longest wait of a reader, who otherwise goes on with what was known. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final OpenSearchEngine engine;
  private final ClusterHttp http;
  private final Set<ArchiveCollection> readable = ConcurrentHashMap.newKeySet();

  /**
   * @param limit the time from a request to its answer
   */
  ClusterCollections(OpenSearchEngine engine, Duration limit) {
    super(limit);
    this.engine = engine;
    http = new ClusterHttp(engine.location().hosts(), engine.access());
  }

  @Override
  protected SortedSet<ArchiveCollection> found() {
    Set<ArchiveCollection> all = new HashSet<>();
    String path = "/_cluster/state/metadata/" + engine.location().everyCollection();
    String aliases = path + "?local=true&filter_path=metadata.indices.*.aliases";
    Duration limit = readable.isEmpty() ? FIRST_LOOK : LOOK;
    JsonNode indexes = http.send(Call.get(aliases), limit).orThrow().json().at("/metadata/indices");
    indexes.forEach(
        index ->
            index
                .path("aliases")
                .valueStream()
                .map(JsonNode::asText)
                .map(engine.location()::collection)
                .flatMap(Optional::stream)
                .filter(this::isReadable)
                .forEach(all::add));
    return new TreeSet<>(all);
  }

  private boolean isReadable(ArchiveCollection collection) {
    if (readable.contains(collection)) {
      return true;
    }
    String alias = engine.location().of(collection).archive();
    try {
      http.send(Call.get("/" + alias + "?filter_path=*.aliases"), FIRST_LOOK);
      readable.add(collection);
      return true;
    } catch (ForbiddenException _) {
      return false;
    }
  }

  @Override
  protected ArchiveSource open(ArchiveCollection collection) {
    return engine.source(collection);
  }

  @Override
  public synchronized void close() {
    super.close();
    http.close();
  }
}
