package broadsheet.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.Timeline.Unit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineUnitTest {

  @ParameterizedTest
  @CsvSource({
    "1987-02-26, 1987-02-26, DAY",
    "1987-02-26, 1987-04-28, DAY",
    "1987-02-26, 1987-04-29, WEEK",
    "1986-12-29, 1988-07-10, WEEK",
    "1986-12-29, 1988-07-11, MONTH",
    "1987-01-31, 1996-12-01, MONTH",
    "1987-01-31, 1997-01-01, YEAR",
    "0000-01-01, 9999-12-31, YEAR"
  })
  void theUnitFitsTheSpan(LocalDate first, LocalDate last, Unit unit) {
    assertThat(Unit.spanning(first, last)).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2020-02-29, 2020-02-29, 2020-02-29",
    "WEEK, 2021-01-03, 2020-12-28, 2021-01-03",
    "WEEK, 2021-01-04, 2021-01-04, 2021-01-10",
    "WEEK, 1986-12-31, 1986-12-29, 1987-01-04",
    "WEEK, 1969-12-31, 1969-12-29, 1970-01-04",
    "MONTH, 2020-02-29, 2020-02-01, 2020-02-29",
    "MONTH, 2020-12-31, 2020-12-01, 2020-12-31",
    "YEAR, 2020-06-01, 2020-01-01, 2020-12-31"
  })
  void aBucketIsWhole(Unit unit, LocalDate day, LocalDate start, LocalDate end) {
    assertThat(unit.startOf(day)).isEqualTo(start);
    assertThat(unit.endOf(day)).isEqualTo(end);
    assertThat(unit.next(day)).isEqualTo(end.plusDays(1));
    assertThat(unit.startOf(end)).isEqualTo(start);
  }

  @Test
  void theBucketsOfASpanAreCounted() {
    LocalDate newYearsEve = LocalDate.of(2020, 12, 31);
    LocalDate newYear = LocalDate.of(2021, 1, 1);
    assertThat(Unit.DAY.count(newYearsEve, newYear)).isEqualTo(2);
    assertThat(Unit.WEEK.count(newYearsEve, newYear)).isEqualTo(1);
    assertThat(Unit.MONTH.count(newYearsEve, newYear)).isEqualTo(2);
    assertThat(Unit.YEAR.count(newYear, newYear)).isEqualTo(1);
  }
}
