package broadsheet.evaluate;

import java.util.Comparator;
import java.util.List;

/**
 * Two rankings of the same topics held against each other. Immutable.
 *
 * @param before the one that is compared with
 * @param after the one that is looked at
 */
public record RankingComparison(Evaluation before, Evaluation after) {

  /**
   * How one topic fared.
   *
   * @param topic its number
   */
  public record Move(String topic, double before, double after) {
    /** Above 0 where it fared better after. */
    public double by() {
      return after - before;
    }
  }

  /**
   * @throws IllegalArgumentException when they are of different topics
   */
  public RankingComparison {
    if (!before.byTopic().keySet().equals(after.byTopic().keySet())) {
      throw new IllegalArgumentException("two evaluations of different topics");
    }
  }

  /** What the mean gained, as a part of the mean before; 0 where that is 0. */
  public double gain(Measure measure) {
    double mean = before.mean(measure);
    return mean == 0 ? 0 : after.mean(measure) / mean - 1;
  }

  /** The gain of the mean, its interval, and the probability of so large a gain by chance. */
  public MeanDifference difference(Measure measure) {
    return MeanDifference.over(List.of(this), measure);
  }

  /** What each topic gained, in their order. */
  double[] differences(Measure measure) {
    return before.byTopic().keySet().stream()
        .mapToDouble(topic -> move(topic, measure).by())
        .toArray();
  }

  /** The topics that moved most, in either direction; none that did not move. */
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
