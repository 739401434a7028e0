package broadsheet.web.trends;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Bucket;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.result.Trends;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodsTest {

  private static final Timeline ALL = timeline(Unit.YEAR, "1950", "1970", "1990", "2010");

  @Test
  void theyReachFromTheFirstHitToTheLast() {
    Trends trends = trends(ALL, timeline(Unit.YEAR, "1970"), timeline(Unit.YEAR, "1990"));
    Periods periods = periods(trends, Filters.none());
    assertThat(periods.starts()).hasSize(21).startsWith(day("1970")).endsWith(day("1990"));
    assertThat(periods.counts(ALL).stream().filter(count -> count > 0)).hasSize(2);
  }

  @Test
  void theyReachToTheDaysAskedForAsFarAsThereAreArticles() {
    Trends trends = trends(ALL, timeline(Unit.YEAR, "1970"));
    Filters asked =
        new Filters(
            Optional.of(LocalDate.of(1800, 1, 1)), Optional.of(LocalDate.of(1999, 7, 1)), Map.of());
    Periods periods = periods(trends, asked);
    assertThat(periods.starts()).hasSize(50).startsWith(day("1950")).endsWith(day("1999"));
  }

  @Test
  void withoutHitsThereAreNone() {
    assertThat(Periods.span(trends(ALL, timeline(Unit.YEAR)), Filters.none())).isEmpty();
    assertThat(Periods.span(trends(ALL), Filters.none())).isEmpty();
  }

  @Test
  void ofTooManyYearsThoseWithMostHitsAreKept() {
    Timeline hits = timeline(Unit.YEAR, "0001", "1960", "1970", "2010", "9999");
    Periods periods = periods(trends(hits, hits), Filters.none());
    assertThat(periods.starts()).hasSize(Trends.MOST_PERIODS).startsWith(day("1960"));
  }

  @Test
  void neighboursAreWholePeriods() {
    Periods months = new Periods(Unit.MONTH, List.of(LocalDate.of(2020, 2, 1)));
    assertThat(months.days(0))
        .isEqualTo(new DateSpan(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29)));
    assertThat(months.around(0, 3))
        .isEqualTo(new DateSpan(LocalDate.of(2019, 11, 1), LocalDate.of(2020, 5, 31)));
  }

  private static Periods periods(Trends trends, Filters filters) {
    return Periods.of(trends, Periods.span(trends, filters).orElseThrow());
  }

  private static Trends trends(Timeline all, Timeline... lines) {
    return new Trends(
        Arrays.stream(lines).map(line -> new Trends.Line(line, List.of())).toList(), all);
  }

  private static Timeline timeline(Unit unit, String... years) {
    List<Bucket> buckets = Arrays.stream(years).map(year -> new Bucket(day(year), 1)).toList();
    return new Timeline(unit, buckets, 0, 0, Completeness.WHOLE);
  }

  private static LocalDate day(String year) {
    return LocalDate.parse(year + "-01-01");
  }
}
