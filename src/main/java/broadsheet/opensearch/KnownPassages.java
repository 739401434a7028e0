package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.lucene.coordinator.PassageSource;
import broadsheet.lucene.coordinator.PassageState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vectors in an index of passages, as they were when last looked at. Thread-safe. */
final class KnownPassages implements PassageSource {

  /** The longest wait for the cluster's word. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Cluster cluster;
  private final String index;
  private volatile @Nullable Map<String, String> models;
  private volatile String failure = "";

  KnownPassages(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
    look();
  }

  /** Looks which vectors there are. What was known stays known where that fails. */
  void look() {
    try {
      Optional<PassageState> state = PassageIndex.state(cluster, index, LOOK);
      models = state.map(PassageState::models).orElse(Map.of());
    } catch (EngineException e) {
      failure = String.valueOf(e.getMessage());
    }
  }

  @Override
  public String index() {
    return index;
  }

  /** Never waits for the cluster. */
  @Override
  public Map<String, String> models() {
    Map<String, String> known = models;
    if (known == null) {
      throw new EngineException("It is not known whether there are vectors: " + failure);
    }
    return known;
  }
}
