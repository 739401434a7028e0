package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredCollectionTest {

  /** The MRR of each topic; its MAP is one less. */
  private static Evaluation evaluation(String name, double... reciprocalRanks) {
    Map<String, Map<Measure, Double>> byTopic = new LinkedHashMap<>();
    for (int i = 0; i < reciprocalRanks.length; i++) {
      byTopic.put(
          "t" + i,
          Map.of(
              Measure.RECIPROCAL_RANK,
              reciprocalRanks[i],
              Measure.AVERAGE_PRECISION,
              1 - reciprocalRanks[i]));
    }
    return new Evaluation(name, byTopic);
  }

  private static MeasuredCollection collection(double own, double... baselines) {
    return new MeasuredCollection(
        "some",
        List.of(evaluation("ours", own)),
        Arrays.stream(baselines).mapToObj(of -> evaluation("plain " + of, of)).toList());
  }

  @Test
  void bestBaselineIsOfTheMeasure() {
    MeasuredCollection collection = collection(0.5, 0.2, 0.4);
    assertThat(collection.againstBestBaseline("ours", Measure.RECIPROCAL_RANK).before().name())
        .isEqualTo("plain 0.4");
    assertThat(collection.againstBestBaseline("ours", Measure.AVERAGE_PRECISION).before().name())
        .isEqualTo("plain 0.2");
  }

  /**
   * Four topics that gained 0.1 and one that lost 0.5: if topics counted alike, the mean would be
   * -0.02.
   */
  @Test
  void collectionsCountAlike() {
    RankingComparison many =
        new RankingComparison(evaluation("a", 0, 0, 0, 0), evaluation("b", 0.1, 0.1, 0.1, 0.1));
    RankingComparison one = new RankingComparison(evaluation("a", 0.5), evaluation("b", 0));
    MeanDifference difference = MeanDifference.over(List.of(many, one), Measure.RECIPROCAL_RANK);
    assertThat(difference.mean()).isEqualTo(-0.2, within(1e-12));
    assertThat(difference.interval().low()).isEqualTo(-0.2, within(1e-12));
    assertThat(difference.interval().high()).isEqualTo(-0.2, within(1e-12));
  }

  /**
   * Each collection's share of the mean changes sign with its topic: 2 of 4 ways are as far out.
   */
  @Test
  void chanceOfTheMeanIsThatOfItsShares() {
    RankingComparison up = new RankingComparison(evaluation("a", 0), evaluation("b", 0.5));
    assertThat(MeanDifference.over(List.of(up, up), Measure.RECIPROCAL_RANK).pValue())
        .isEqualTo(2 / 4.0, within(1e-12));
  }
}
