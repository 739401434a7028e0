package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The expected values were worked out by hand from the definitions in trec_eval's source, with its
 * order of equal scores (the later name first). For example topic 1: ranked b c x a y d, graded 0 2
 * - 1 - 1, so that nDCG is (2/log2 3 + 1/log2 5 + 1/log2 7) / (3 + 2/log2 3 + 1/2 + 1/log2 5).
 */
class MeasureTest {

  private static final Path FIXTURES = Path.of("src/test/resources/evaluate");
  private static final double FOUR_DECIMALS = 0.00005;

  private static final Qrels QRELS = Qrels.read(FIXTURES.resolve("qrels.txt"));
  private static final Evaluation EVALUATION =
      Evaluation.of(
          Run.read(FIXTURES.resolve("run.txt")),
          new TreeSet<>(List.of("1", "2", "3", "4", "5")),
          QRELS);

  @ParameterizedTest(name = "topic {0}")
  @CsvSource({
    "1, 0.3946, 0.3750, 0.3000, 0.5000, 0.7500",
    "2, 0.3066, 0.1667, 0.1000, 0.3333, 0.5000",
    "3, 0, 0, 0, 0, 0",
    "4, 0, 0, 0, 0, 0",
    "5, 0.6388, 0.4773, 0.1000, 1, 1"
  })
  void topicsAreMeasuredAsTrecEvalDoes(
      String topic, double ndcg, double map, double precision, double rank, double recall) {
    assertThat(EVALUATION.of(topic, Measure.NDCG_10)).isEqualTo(ndcg, within(FOUR_DECIMALS));
    assertThat(EVALUATION.of(topic, Measure.AVERAGE_PRECISION))
        .isEqualTo(map, within(FOUR_DECIMALS));
    assertThat(EVALUATION.of(topic, Measure.PRECISION_10))
        .isEqualTo(precision, within(FOUR_DECIMALS));
    assertThat(EVALUATION.of(topic, Measure.RECIPROCAL_RANK))
        .isEqualTo(rank, within(FOUR_DECIMALS));
    assertThat(EVALUATION.of(topic, Measure.RECALL_100)).isEqualTo(recall, within(FOUR_DECIMALS));
  }

  /** Topic 4 has no hits, topic 3 no relevant article. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "NDCG_10, 0.2680",
    "AVERAGE_PRECISION, 0.2038",
    "PRECISION_10, 0.1000",
    "RECIPROCAL_RANK, 0.3667",
    "RECALL_100, 0.4500"
  })
  void topicsThatAreNotAnsweredCountInTheMean(Measure measure, double mean) {
    assertThat(EVALUATION.mean(measure)).isEqualTo(mean, within(FOUR_DECIMALS));
  }

  @Test
  void measuresStayBetweenNothingAndAll() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      List<String> ranking = IntStream.range(0, random.nextInt(30)).mapToObj(n -> "d" + n).toList();
      Map<String, Integer> grades = new HashMap<>();
      for (int n = random.nextInt(20); n > 0; n--) {
        grades.put("d" + random.nextInt(60), random.nextInt(5) - 1);
      }
      for (Measure measure : Measure.values()) {
        assertThat(measure.of(ranking, grades)).as("%s", measure).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void theBestPossibleRankingHasAllOfIt() {
    Map<String, Integer> grades = Map.of("a", 3, "b", 2, "c", 1, "d", 0);
    for (Measure measure : Measure.values()) {
      double best = measure == Measure.PRECISION_10 ? 0.3 : 1;
      assertThat(measure.of(List.of("a", "b", "c", "d"), grades))
          .as("%s", measure)
          .isEqualTo(best, within(1e-12));
    }
  }
}
