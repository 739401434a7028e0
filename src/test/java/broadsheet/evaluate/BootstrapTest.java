package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import broadsheet.evaluate.MeanDifference.ConfidenceInterval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static double[] halfZeroHalfOne(int topics) {
    double[] values = new double[topics];
    Arrays.fill(values, topics / 2, topics, 1);
    return values;
  }

  /** The mean of 100 such values has a standard error of 0.05. */
  @Test
  void intervalIsAboutTwoStandardErrorsEitherWay() {
    ConfidenceInterval interval = Bootstrap.interval(List.of(halfZeroHalfOne(100)));
    assertThat(interval.low()).isEqualTo(0.5 - 1.96 * 0.05, within(0.011));
    assertThat(interval.high()).isEqualTo(0.5 + 1.96 * 0.05, within(0.011));
  }

  @Test
  void intervalIsTheSameEachTime() {
    List<double[]> values = List.of(halfZeroHalfOne(40));
    assertThat(Bootstrap.interval(values)).isEqualTo(Bootstrap.interval(values));
  }

  /** If all topics were drawn from one pool, the mean would move. */
  @Test
  void topicsAreDrawnWithinTheirCollection() {
    ConfidenceInterval interval =
        Bootstrap.interval(List.of(new double[] {0, 0}, new double[] {1, 1, 1}));
    assertThat(interval).isEqualTo(new ConfidenceInterval(0.5, 0.5));
  }

  /** Its standard error is half that of a single such collection. */
  @Test
  void collectionsCountAlikeHoweverManyTopicsTheyHave() {
    ConfidenceInterval interval =
        Bootstrap.interval(List.of(halfZeroHalfOne(100), new double[1_000]));
    assertThat(interval.low()).isEqualTo(0.25 - 1.96 * 0.025, within(0.006));
    assertThat(interval.high()).isEqualTo(0.25 + 1.96 * 0.025, within(0.006));
  }
}
