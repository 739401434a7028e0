package broadsheet.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How good several rankings are on the topics of one collection. Immutable.
 *
 * @param name of the collection
 * @param own our rankings; at least one
 * @param baselines those that ours are held against; at least one
 */
public record MeasuredCollection(String name, List<Evaluation> own, List<Evaluation> baselines) {

  /**
   * @throws IllegalArgumentException when there are no rankings of ours or none of others
   */
  public MeasuredCollection {
    own = List.copyOf(own);
    baselines = List.copyOf(baselines);
    if (own.isEmpty() || baselines.isEmpty()) {
      throw new IllegalArgumentException("nothing to compare on " + name);
    }
  }

  /** How many topics it has. */
  public int topics() {
    return own.getFirst().byTopic().size();
  }

  /** All rankings, our own first. */
  public Stream<Evaluation> all() {
    return Stream.concat(own.stream(), baselines.stream());
  }

  /** The ranking of that name; empty where it was not measured on this collection. */
  public Optional<Evaluation> ranking(String name) {
    return all().filter(evaluation -> evaluation.name().equals(name)).findFirst();
  }

  /**
   * One of our rankings against the baseline with the highest mean by that measure.
   *
   * @throws java.util.NoSuchElementException when that ranking was not measured
   */
  public RankingComparison againstBestBaseline(String ranking, Measure measure) {
    Evaluation best =
        baselines.stream()
            .max(Comparator.comparingDouble(evaluation -> evaluation.mean(measure)))
            .orElseThrow();
    return new RankingComparison(best, ranking(ranking).orElseThrow());
  }
}
