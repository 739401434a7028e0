package broadsheet.evaluate;

import broadsheet.evaluate.MeanDifference.ConfidenceInterval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap: estimates how far a mean may be off because it was measured on these
 * topics rather than on others like them. Draws as many topics from each collection as it has, with
 * replacement, and averages the means of the collections. The interval holds the middle 95 % of
 * 10,000 such averages. The draws are the same each time.
 *
 * <p>Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13; for
 * retrieval Sakai, "Evaluating evaluation metrics based on the bootstrap", SIGIR 2006.
 */
final class Bootstrap {

  private static final int RESAMPLES = 10_000;
  private static final int OUTSIDE_EACH_END = RESAMPLES / 40;
  private static final long SEED = 20060806L;

  private Bootstrap() {}

  /**
   * The interval of the mean over collections.
   *
   * @param collections the values of each collection's topics; none is empty
   */
  static ConfidenceInterval interval(List<double[]> collections) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      means[i] =
          collections.stream().mapToDouble(values -> resampled(values, random)).average().orElse(0);
    }
    Arrays.sort(means);
    return new ConfidenceInterval(means[OUTSIDE_EACH_END], means[RESAMPLES - 1 - OUTSIDE_EACH_END]);
  }

  private static double resampled(double[] values, SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum / values.length;
  }
}
