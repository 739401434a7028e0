package broadsheet.lucene.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenRunsTest {

  private static final String BOX =
      "Get the harbour letter delivered to your inbox, and never miss a tide again this year.";

  private final SeenRuns seen = new SeenRuns();

  private static WordRuns with(int number, String box) {
    return WordRuns.ofText(NoiseWords.of(number, 40) + ".\n" + box);
  }

  private void see(int from, int until, String box) {
    for (int i = from; i < until; i++) {
      seen.count(with(i, box));
    }
    for (int i = from; i < until; i++) {
      seen.compare(with(i, box));
    }
  }

  @Test
  void theThirdArticleMakesItFurniture() {
    see(0, 2, BOX);
    assertThat(seen.foresee(with(0, BOX)).furniture().isNone()).isTrue();
    see(2, 3, BOX);
    see(0, 2, BOX); // these are compared again, once the third is counted
    assertThat(seen.foresee(with(0, BOX)).furniture().stretches()).hasSize(1);
    assertThat(seen.foresee(with(9, "The end.")).zones().isNone()).isTrue();
  }

  @Test
  void countsAreKeptWhileTheTablesGrow() {
    see(0, 3, BOX);
    see(10, 3_000, "");
    assertThat(seen.foresee(with(0, BOX)).furniture().stretches()).hasSize(1);
    long wrong =
        IntStream.range(10, 3_000).filter(i -> !seen.foresee(with(i, "")).zones().isNone()).count();
    assertThat(wrong).as("articles of which too much is expected").isLessThan(15);
  }
}
