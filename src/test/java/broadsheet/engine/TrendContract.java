package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Bucket;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.result.Trends;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.Wildcard;
import broadsheet.query.QueryNode.Word;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class TrendContract extends EngineContract {

  private static final List<QueryNode> TWO = List.of(new Word("oil"), new Word("wheat"));

  @Test
  void theUnitFitsTheHitsOfAllQueriesTogetherButNotTheArchive() {
    try (var engine = engine()) {
      Trends trends = engine.trends(TWO, Filters.none(), Optional.empty());
      assertThat(trends.lines()).extracting(line -> line.timeline().unit()).containsOnly(Unit.WEEK);
      assertThat(trends.all().unit()).isEqualTo(Unit.WEEK);
      assertThat(trends.lines().getFirst().timeline())
          .isEqualTo(
              new Timeline(
                  Unit.WEEK,
                  List.of(
                      new Bucket(LocalDate.of(2020, 1, 6), 2),
                      new Bucket(LocalDate.of(2020, 12, 28), 1)),
                  0,
                  0,
                  Completeness.WHOLE));
      assertThat(engine.trends(TWO.subList(1, 2), Filters.none(), Optional.empty()).all().unit())
          .isEqualTo(Unit.DAY);
    }
  }

  @Test
  void allIsWhatIsThereUnderTheSameFilters() {
    try (var engine = engine()) {
      Trends trends = engine.trends(TWO, Filters.none(), Optional.of(Unit.YEAR));
      assertThat(trends.all())
          .isEqualTo(
              new Timeline(
                  Unit.YEAR,
                  List.of(
                      new Bucket(LocalDate.of(1901, 1, 1), 1),
                      new Bucket(LocalDate.of(2020, 1, 1), 4)),
                  1,
                  0,
                  Completeness.WHOLE));
      Filters two =
          new Filters(
              Optional.empty(), Optional.empty(), Map.of(FacetField.SOURCE, List.of("Two")));
      assertThat(engine.trends(TWO, two, Optional.of(Unit.YEAR)).all().total()).isEqualTo(2);
    }
  }

  @Test
  void noQueryIsNoLine() {
    try (var engine = engine()) {
      Trends trends = engine.trends(List.of(), Filters.none(), Optional.empty());
      assertThat(trends.lines()).isEmpty();
      assertThat(trends.all().total()).isEqualTo(6);
    }
  }

  @Test
  void whatWasLeftOutOfAQueryIsToldWithIt() {
    try (var engine = open(built(), Duration.ofNanos(1))) {
      Trends trends =
          engine.trends(
              List.of(new Wildcard("oil*"), new Word("wheat")), Filters.none(), Optional.empty());
      assertThat(Note.texts(trends.lines().getFirst().notes()))
          .anyMatch(note -> note.startsWith("Expanding the wildcards"))
          .anyMatch(note -> note.contains("at least this many articles match"));
      assertThat(Note.texts(trends.lines().get(1).notes())).hasSize(1);
      assertThat(trends.all().isComplete()).isFalse();
    }
  }

  private SearchEngine engine() {
    return open(built());
  }

  private Path built() {
    build(
        folder,
        List.of(
            article("oil rose", "One", "2020-01-06"),
            article("oil fell", "Two", "2020-01-12"),
            article("oil and wheat", "One", "2020-12-31"),
            article("wheat", "Two", "2020-12-30"),
            article("amber", "One", "1901-05-05"),
            article("birch", "One", "")));
    return folder;
  }

  private static Article article(String text, String source, String iso) {
    return Article.withId(text.replace(' ', '-'))
        .title(text)
        .source(source)
        .language("en")
        .publishedAt(iso.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(iso))
        .build();
  }
}
