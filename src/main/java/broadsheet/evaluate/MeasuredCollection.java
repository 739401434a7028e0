package broadsheet.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The quality of several rankings on the topics of one collection. Immutable.
 *
 * @param name the name of the collection
 * @param own our rankings; at least one
 * @param baselines the rankings that ours are compared with; may be none
 */
public record MeasuredCollection(String name, List<Evaluation> own, List<Evaluation> baselines) {

  /**
   * @throws IllegalArgumentException when there is no ranking of ours
   */
  public MeasuredCollection {
    own = List.copyOf(own);
    baselines = List.copyOf(baselines);
    if (own.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured on " + name);
    }
  }

  /** The number of topics. */
  public int topics() {
    return own.getFirst().byTopic().size();
  }

  /** All rankings, our own first. */
  public Stream<Evaluation> all() {
    return Stream.concat(own.stream(), baselines.stream());
  }

  /** The ranking with that name; empty where it was not measured on this collection. */
  public Optional<Evaluation> ranking(String name) {
    return all().filter(evaluation -> evaluation.name().equals(name)).findFirst();
  }

  /**
   * Compares one of our rankings with the baseline that has the highest mean by that measure.
   *
   * @throws java.util.NoSuchElementException when that ranking was not measured, or no baseline
   */
  public RankingComparison againstBestBaseline(String ranking, Measure measure) {
    Evaluation best =
        baselines.stream()
            .max(Comparator.comparingDouble(evaluation -> evaluation.mean(measure)))
            .orElseThrow();
    return new RankingComparison(best, ranking(ranking).orElseThrow());
  }
}
