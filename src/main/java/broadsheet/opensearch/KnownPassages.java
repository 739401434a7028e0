package broadsheet.opensearch;

import broadsheet.lucene.gather.PassageSource;
import broadsheet.lucene.gather.PassageState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The vectors in an index of passages, as they were known a moment ago. Thread-safe. */
final class KnownPassages implements PassageSource {

  /** The longest wait for the cluster's word. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private static final long OLD_NANOS = 2_000_000_000L;

  private final Cluster cluster;
  private final String index;
  private Map<String, String> models = Map.of();
  private long lookedAt = System.nanoTime() - OLD_NANOS;

  KnownPassages(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  @Override
  public String index() {
    return index;
  }

  @Override
  public synchronized Map<String, String> models() {
    if (System.nanoTime() - lookedAt >= OLD_NANOS) {
      Optional<PassageState> state = PassageIndex.state(cluster, index, LOOK);
      models = state.map(PassageState::models).orElse(Map.of());
      lookedAt = System.nanoTime();
    }
    return models;
  }
}
