package broadsheet.web.trends;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.result.Trends;
import broadsheet.web.page.Chart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeTicksTest {

  @Test
  void daysAreLabelledWithTheirYearOnce() {
    assertThat(labels(Unit.DAY, LocalDate.of(2020, 12, 30), 4))
        .containsExactly("30 Dec 2020", "31 Dec", "1 Jan 2021", "2 Jan");
  }

  @Test
  void monthsBeginWithJanuary() {
    assertThat(labels(Unit.MONTH, LocalDate.of(2019, 11, 1), 20))
        .containsExactly("Jan 2020", "Apr", "Jul", "Oct", "Jan 2021", "Apr");
    assertThat(labels(Unit.MONTH, LocalDate.of(2012, 5, 1), 98))
        .containsExactly("2014", "2016", "2018", "2020");
  }

  @Test
  void yearsAreRound() {
    assertThat(labels(Unit.YEAR, LocalDate.of(1963, 1, 1), 61))
        .containsExactly("1970", "1980", "1990", "2000", "2010", "2020");
  }

  @ParameterizedTest
  @EnumSource(Unit.class)
  void thereAreAlwaysFewAndAtLeastOne(Unit unit) {
    for (int size = 12; size <= Trends.MOST_PERIODS; size++) {
      List<Chart.Tick> ticks = TimeTicks.of(periods(unit, LocalDate.of(1987, 2, 23), size));
      assertThat(ticks).hasSizeBetween(1, 9);
      assertThat(ticks.getFirst().isSpare()).isFalse();
    }
  }

  @Test
  void aLonePeriodIsLabelled() {
    assertThat(labels(Unit.MONTH, LocalDate.of(2023, 6, 1), 1)).containsExactly("Jun 2023");
    assertThat(labels(Unit.YEAR, LocalDate.of(1963, 1, 1), 1)).containsExactly("1963");
  }

  private static List<String> labels(Unit unit, LocalDate first, int size) {
    return TimeTicks.of(periods(unit, first, size)).stream()
        .map(tick -> (tick.label() + " " + tick.more()).strip())
        .toList();
  }

  private static Periods periods(Unit unit, LocalDate first, int size) {
    List<LocalDate> starts = new ArrayList<>();
    for (LocalDate start = unit.startOf(first); starts.size() < size; start = unit.next(start)) {
      starts.add(start);
    }
    return new Periods(unit, starts);
  }
}
