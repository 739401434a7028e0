package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingComparisonTest {

  private static Evaluation evaluation(String name, double... values) {
    Map<String, Map<Measure, Double>> byTopic = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Map<Measure, Double> measures = new EnumMap<>(Measure.class);
      for (Measure measure : Measure.values()) {
        measures.put(measure, values[i]);
      }
      byTopic.put("t" + i, measures);
    }
    return new Evaluation(name, byTopic);
  }

  private static final RankingComparison COMPARISON =
      new RankingComparison(
          evaluation("was", 0.2, 0.5, 0.5, 0.4), evaluation("is", 0.6, 0.4, 0.5, 0.9));

  @Test
  void gainIsOfTheMeanBefore() {
    assertThat(COMPARISON.gain(Measure.NDCG_10)).isEqualTo(0.5, within(1e-9));
    assertThat(new RankingComparison(evaluation("a", 0), evaluation("b", 1)).gain(Measure.NDCG_10))
        .isZero();
  }

  @Test
  void topicsThatMovedComeInTheOrderOfHowFar() {
    assertThat(COMPARISON.moves(Measure.NDCG_10, 9))
        .extracting(RankingComparison.Move::topic)
        .containsExactly("t3", "t0", "t1");
    assertThat(COMPARISON.moves(Measure.NDCG_10, 1)).hasSize(1);
  }

  @Test
  void rankingsOfDifferentTopicsAreNotCompared() {
    Evaluation two = evaluation("two", 0, 0);
    Evaluation three = evaluation("three", 0, 0, 0);
    assertThatThrownBy(() -> new RankingComparison(two, three))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * There are 8 ways to change the signs of 0.4, -0.1 and 0.5; 4 have a sum of 0.8 or more either
   * way.
   */
  @Test
  void fewDifferencesAreTurnedInEveryWay() {
    assertThat(COMPARISON.difference(Measure.NDCG_10).pValue()).isEqualTo(4 / 8.0, within(1e-12));
    assertThat(RandomizationTest.pValue(List.of(0.0, 0.0))).isEqualTo(1);
    assertThat(RandomizationTest.pValue(Collections.nCopies(10, 0.1)))
        .isEqualTo(2 / 1024.0, within(1e-12));
  }

  /** For 20 equal ones, only two of a million ways are as far out. */
  @Test
  void manyDifferencesAreSampledAlwaysAlike() {
    double rare = RandomizationTest.pValue(Collections.nCopies(20, 0.1));
    assertThat(rare).isGreaterThan(0).isLessThan(0.001);
    List<Double> balanced = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      balanced.add(i % 2 == 0 ? 0.1 : -0.1);
    }
    double likely = RandomizationTest.pValue(balanced);
    assertThat(likely).isEqualTo(1);
    assertThat(RandomizationTest.pValue(balanced)).isEqualTo(likely);
  }
}
