package broadsheet.evaluate;

import java.util.Comparator;
import java.util.List;

/**
 * Compares two rankings of the same topics. Immutable.
 *
 * @param before the reference
 * @param after the ranking compared with it
 */
public record RankingComparison(Evaluation before, Evaluation after) {

  /**
   * The change of one topic.
   *
   * @param topic its number
   */
  public record Move(String topic, double before, double after) {
    /** The improvement; negative if the topic got worse. */
    public double by() {
      return after - before;
    }
  }

  /**
   * @throws IllegalArgumentException when they have different topics
   */
  public RankingComparison {
    if (!before.byTopic().keySet().equals(after.byTopic().keySet())) {
      throw new IllegalArgumentException("two evaluations of different topics");
    }
  }

  /** The improvement of the mean, relative to the mean before; 0 if that is 0. */
  public double gain(Measure measure) {
    double mean = before.mean(measure);
    return mean == 0 ? 0 : after.mean(measure) / mean - 1;
  }

  /** The improvement of the mean, its confidence interval, and its p-value. */
  public MeanDifference difference(Measure measure) {
    return MeanDifference.over(List.of(this), measure);
  }

  /** The improvement of each topic, in their order. */
  double[] differences(Measure measure) {
    return before.byTopic().keySet().stream()
        .mapToDouble(topic -> move(topic, measure).by())
        .toArray();
  }

  /** The topics that changed most, in either direction; unchanged ones are left out. */
  public List<Move> moves(Measure measure, int most) {
    return before.byTopic().keySet().stream()
        .map(topic -> move(topic, measure))
        .filter(move -> move.by() != 0)
        .sorted(Comparator.comparingDouble((Move move) -> -Math.abs(move.by())))
        .limit(most)
        .toList();
  }

  private Move move(String topic, Measure measure) {
    return new Move(topic, before.of(topic, measure), after.of(topic, measure));
  }
}
