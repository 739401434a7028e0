package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Bucket;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.Word;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class TimelineContract extends EngineContract {

  @Test
  void weeksReachAcrossTheTurnOfAYear() {
    try (var engine = engine("2020-12-28", "2020-12-31T23:59:59", "2021-01-03", "2021-01-04")) {
      assertThat(timeline(engine, Unit.WEEK))
          .isEqualTo(counted(Unit.WEEK, 0, 0, bucket("2020-12-28", 3), bucket("2021-01-04", 1)));
      assertThat(timeline(engine, Unit.YEAR))
          .isEqualTo(counted(Unit.YEAR, 0, 0, bucket("2020-01-01", 2), bucket("2021-01-01", 2)));
    }
  }

  @Test
  void aDateIsInNoBucketItMayLieOutsideOf() {
    try (var engine = engine("1987", "1987-01", "1987-01-01", "1987-02", "")) {
      assertThat(timeline(engine, Unit.DAY))
          .isEqualTo(counted(Unit.DAY, 1, 3, bucket("1987-01-01", 1)));
      assertThat(timeline(engine, Unit.WEEK))
          .isEqualTo(counted(Unit.WEEK, 1, 3, bucket("1986-12-29", 1)));
      assertThat(timeline(engine, Unit.MONTH))
          .isEqualTo(counted(Unit.MONTH, 1, 1, bucket("1987-01-01", 2), bucket("1987-02-01", 1)));
      assertThat(timeline(engine, Unit.YEAR))
          .isEqualTo(counted(Unit.YEAR, 1, 0, bucket("1987-01-01", 4)));
    }
  }

  /** February has exactly four weeks in a common year; it may then begin on a Monday. */
  @Test
  void aMonthIsInNoWeek() {
    try (var engine = engine("2021-02")) {
      assertThat(timeline(engine, Unit.WEEK)).isEqualTo(counted(Unit.WEEK, 0, 1));
    }
  }

  @Test
  void theUnitFitsTheHitsAndNotTheArchive() {
    try (var engine = engine(folder, dated("early", "1901-05-05"), dated("late", "1987-02-26"))) {
      assertThat(engine.timeline(new Everything(), Filters.none(), Optional.empty()).unit())
          .isEqualTo(Unit.YEAR);
      assertThat(engine.timeline(new Word("late"), Filters.none(), Optional.empty()).unit())
          .isEqualTo(Unit.DAY);
    }
  }

  @Test
  void theUnitIsNotFinerThanMostDatesAre() {
    try (var engine = engine("1987-02", "1987-03", "1987-03-05")) {
      assertThat(engine.timeline(new Everything(), Filters.none(), Optional.empty()))
          .isEqualTo(counted(Unit.MONTH, 0, 0, bucket("1987-02-01", 1), bucket("1987-03-01", 2)));
    }
    try (var engine = engine("1987", "1987-03-05", "1987-03-06")) {
      assertThat(engine.timeline(new Everything(), Filters.none(), Optional.empty()))
          .isEqualTo(counted(Unit.WEEK, 0, 1, bucket("1987-03-02", 2)));
    }
  }

  @Test
  void nothingDatedHasNoBuckets() {
    try (var engine = engine("", "")) {
      assertThat(engine.timeline(new Everything(), Filters.none(), Optional.empty()))
          .isEqualTo(counted(Unit.MONTH, 2, 0));
      assertThat(engine.timeline(new Word("absent"), Filters.none(), Optional.of(Unit.DAY)))
          .isEqualTo(counted(Unit.DAY, 0, 0));
    }
  }

  @Test
  void filtersNarrowAndTheQueryIsTakenAsAsked() {
    try (var engine =
        engine(
            folder,
            Article.withId("a")
                .title("oil rose")
                .source("One")
                .publishedAt(date("2020-01-01"))
                .build(),
            Article.withId("b")
                .title("oil fell")
                .source("Two")
                .publishedAt(date("2020-01-01"))
                .build(),
            Article.withId("c")
                .title("wheat")
                .source("One")
                .publishedAt(date("2020-01-02"))
                .build())) {
      Filters one =
          new Filters(
              Optional.of(LocalDate.of(2020, 1, 1)),
              Optional.of(LocalDate.of(2020, 1, 1)),
              Map.of(FacetField.SOURCE, List.of("One")));
      assertThat(engine.timeline(new Word("oil"), one, Optional.of(Unit.DAY)))
          .isEqualTo(counted(Unit.DAY, 0, 0, bucket("2020-01-01", 1)));
      QueryNode neverTogether = new QueryNode.AllOf(List.of(new Word("oil"), new Word("wheat")));
      assertThat(engine.timeline(neverTogether, Filters.none(), Optional.of(Unit.DAY)).total())
          .isZero();
    }
  }

  @Test
  void daysFarApartAndBeyondAllCalendarsAreCounted() {
    try (var engine =
        engine("0000-01-01", "9999-12-31", "+12345-06-07T08:09", "1969-12-31", "1970-01-01")) {
      assertThat(timeline(engine, Unit.DAY).buckets())
          .containsExactly(
              bucket("0000-01-01", 1),
              bucket("1969-12-31", 1),
              bucket("1970-01-01", 1),
              bucket("9999-12-31", 1),
              bucket("+12345-06-07", 1));
    }
  }

  @Test
  void asManyAreCountedAsTheSearchFinds() {
    Article[] many = new Article[500];
    for (int i = 0; i < many.length; i++) {
      many[i] = dated("d" + i, LocalDate.of(1990, 1, 1).plusDays((i * 37L) % 300).toString());
    }
    try (var engine = engine(folder, many)) {
      Timeline timeline = engine.timeline(new Everything(), Filters.none(), Optional.empty());
      assertThat(timeline.unit()).isEqualTo(Unit.WEEK);
      assertThat(timeline.total()).isEqualTo(500);
      assertThat(engine.search(SearchRequest.of(new Everything())).timeline()).isEqualTo(timeline);
    }
  }

  @Test
  void hitsInWeeksOrDaysAreCountedByMonthAsWell() {
    try (var engine = engine("1990-01-30", "1990-02-01", "1990-02", "1990-05-01", "1990")) {
      assertThat(engine.search(SearchRequest.of(new Everything())).months())
          .containsExactly(
              bucket("1990-01-01", 1), bucket("1990-02-01", 2), bucket("1990-05-01", 1));
    }
    try (var engine = engine("1990-01-30", "1999-12-01")) {
      assertThat(engine.search(SearchRequest.of(new Everything())).months()).isEmpty();
    }
  }

  @Test
  void whatIsNotDoneInTimeIsIncomplete() {
    build(folder, List.of(dated("a", "2020-01-01")));
    try (var engine = open(folder, Duration.ofNanos(1))) {
      assertThat(timeline(engine, Unit.DAY))
          .isEqualTo(new Timeline(Unit.DAY, List.of(), 0, 0, Completeness.TIME_UP));
    }
  }

  private SearchEngine engine(String... dates) {
    Article[] articles = new Article[dates.length];
    Arrays.setAll(articles, i -> dated("a" + i, dates[i]));
    return engine(folder, articles);
  }

  private static Article dated(String id, String iso) {
    return Article.withId(id).title("Untold " + id).publishedAt(date(iso)).build();
  }

  private static PublicationDate date(String iso) {
    return iso.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(iso);
  }

  private static Timeline timeline(SearchEngine engine, Unit unit) {
    return engine.timeline(new Everything(), Filters.none(), Optional.of(unit));
  }

  private static Timeline counted(Unit unit, long undated, long imprecise, Bucket... buckets) {
    return new Timeline(unit, List.of(buckets), undated, imprecise, Completeness.WHOLE);
  }

  private static Bucket bucket(String start, long count) {
    return new Bucket(LocalDate.parse(start), count);
  }
}
