package broadsheet.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * The advantage of one ranking over another by one measure.
 *
 * @param mean the mean of the topics' differences; over several collections, the mean of their
 *     means
 * @param interval the 95 % confidence interval of that mean; see {@link Bootstrap}
 * @param pValue the probability of so large a difference by chance; see {@link RandomizationTest}
 */
public record MeanDifference(double mean, ConfidenceInterval interval, double pValue) {

  /**
   * The difference over the topics of one or several collections, each of equal weight. It
   * generalizes to other topics in the same collections, not to other collections.
   *
   * @param collections each with its own two rankings, none without topics
   * @throws IllegalArgumentException when there are none
   */
  public static MeanDifference over(List<RankingComparison> collections, Measure measure) {
    if (collections.isEmpty()) {
      throw new IllegalArgumentException("no collection to compare rankings on");
    }
    List<double[]> differences =
        collections.stream().map(comparison -> comparison.differences(measure)).toList();
    List<Double> shares = new ArrayList<>();
    for (double[] of : differences) {
      for (double difference : of) {
        shares.add(difference / of.length / differences.size());
      }
    }
    return new MeanDifference(
        shares.stream().mapToDouble(Double::doubleValue).sum(),
        Bootstrap.interval(differences),
        RandomizationTest.pValue(shares));
  }

  /**
   * A 95 % confidence interval.
   *
   * @param low its lower end
   * @param high its upper end, not below the lower
   */
  public record ConfidenceInterval(double low, double high) {

    /**
     * @throws IllegalArgumentException when the ends are reversed or not numbers
     */
    public ConfidenceInterval {
      if (!(low <= high)) {
        throw new IllegalArgumentException("not an interval: " + low + " to " + high);
      }
    }
  }
}
