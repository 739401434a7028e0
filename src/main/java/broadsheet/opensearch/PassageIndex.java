package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.lucene.coordinator.PassageState;
import broadsheet.lucene.coordinator.PassageTarget;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index {@code NAME-meaning} on a cluster. It is written whatever becomes of the archive's own
 * indexes, so that a rebuild need not make its vectors anew.
 */
final class PassageIndex implements PassageTarget {

  /** The longest wait for copies that do not show the latest passages. */
  private static final Duration SHOWN = Duration.ofMinutes(1);

  private static final String FORMAT = "passages";
  private static final String MODELS = "models";
  private static final String FORMER = "former";

  private final Cluster cluster;
  private final String index;

  /**
   * @param cluster is closed with this
   */
  PassageIndex(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  /**
   * The vectors in an index; empty if there is none, or it has another format.
   *
   * @param limit the time limit for all tries
   */
  static Optional<PassageState> state(Cluster cluster, String index, Duration limit) {
    return cluster.indexes(index, limit).stream()
        .filter(found -> found.name().equals(index))
        .filter(PassageIndex::isReadable)
        .map(found -> state(found.meta()))
        .findFirst();
  }

  private static boolean isReadable(ClusterIndex found) {
    return found.meta().get(FORMAT) instanceof Number number
        && number.intValue() == PassageState.FORMAT;
  }

  private static PassageState state(Map<String, Object> meta) {
    Map<String, String> models = new LinkedHashMap<>();
    if (meta.get(MODELS) instanceof Map<?, ?> kept) {
      kept.forEach((name, description) -> models.put(String.valueOf(name), description + ""));
    }
    List<String> former =
        meta.get(FORMER) instanceof List<?> kept
            ? kept.stream().map(String::valueOf).toList()
            : List.of();
    return new PassageState(models, former);
  }

  private static Map<String, Object> meta(PassageState state) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put(FORMAT, PassageState.FORMAT);
    meta.put(MODELS, state.models());
    meta.put(FORMER, state.former());
    return meta;
  }

  @Override
  public String index() {
    return index;
  }

  @Override
  public Optional<PassageState> state() {
    return state(cluster, index, Cluster.ADMINISTRATION);
  }

  @Override
  public void note(PassageState state, long articles) {
    if (state().isEmpty()) {
      create(state, articles);
    }
    cluster.putMeta(index, meta(state));
  }

  /** Creates the index, unless another program has done so meanwhile. */
  private void create(PassageState state, long articles) {
    if (!cluster.indexes(index).stream().allMatch(PassageIndex::isReadable)) {
      cluster.delete(index); // of another format
    }
    int nodes = cluster.dataNodes();
    try {
      cluster.create(
          index, ShardCount.of(articles, nodes), ShardCount.replicas(nodes), meta(state));
    } catch (EngineException e) {
      if (state().isEmpty()) {
        throw e;
      }
    }
  }

  @Override
  public void write(Iterator<Change> changes) {
    Map<String, String> rejected =
        cluster.bulk(
            index,
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return changes.hasNext();
              }

              @Override
              public BulkItem next() {
                return item(changes.next());
              }
            });
    if (!rejected.isEmpty()) {
      Map.Entry<String, String> first = rejected.entrySet().iterator().next();
      throw new EngineException(
          "The cluster refused %s passages, among them %s (%s). Those made so far are kept."
              .formatted(rejected.size(), first.getKey(), first.getValue()));
    }
  }

  private static BulkItem item(Change change) {
    return change
        .document()
        .map(document -> BulkItem.create(change.id(), change.home(), document))
        .orElseGet(() -> BulkItem.delete(change.id(), change.home()));
  }

  @Override
  public void refresh() {
    cluster.refresh(index, SHOWN);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
