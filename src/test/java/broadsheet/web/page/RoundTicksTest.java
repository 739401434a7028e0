package broadsheet.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTicksTest {

  @Test
  void scaleEndsNearItsPeak() {
    assertThat(RoundTicks.end(List.of(0.0, 500.0, 1000.0, 1500.0), 1010)).isEqualTo(1060.5);
    assertThat(RoundTicks.end(List.of(0.0, 5.0, 10.0, 15.0, 20.0), 20)).isEqualTo(20);
    assertThat(RoundTicks.end(List.of(0.0, 1.0), 0)).isEqualTo(1);
  }

  @Test
  void countsHaveWholeSteps() {
    assertThat(RoundTicks.upTo(0, 4, 1)).containsExactly(0.0, 1.0);
    assertThat(RoundTicks.upTo(1, 4, 1)).containsExactly(0.0, 1.0);
    assertThat(RoundTicks.upTo(3, 4, 1)).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(RoundTicks.upTo(104, 4, 1)).containsExactly(0.0, 50.0, 100.0, 150.0);
    assertThat(RoundTicks.upTo(200, 4, 1)).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0);
  }

  @Test
  void thereAreFewOfThemAndTheLastIsNotBelowTheHighest() {
    for (int i = 1; i < 2_000; i++) {
      double highest = i * i / 37.0 / 1e5;
      List<Double> ticks = RoundTicks.upTo(highest, 4, 1e-6);
      assertThat(ticks).hasSizeBetween(2, 5).startsWith(0.0).isSorted();
      assertThat(ticks.getLast()).isGreaterThanOrEqualTo(highest);
      assertThat(ticks.get(ticks.size() - 2)).isLessThan(highest);
    }
  }
}
