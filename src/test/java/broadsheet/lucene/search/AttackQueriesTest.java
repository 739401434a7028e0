package broadsheet.lucene.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.AttackQueries;
import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.ManyArticles;
import broadsheet.lucene.TestIndex;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every query is answered within the time limit. */
class AttackQueriesTest {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  @TempDir private static Path folder;
  private static LuceneSearchEngine engine;
  private static LuceneSearchEngine outOfTime;

  @BeforeAll
  static void open() {
    TestIndex.build(folder, ManyArticles.of(3_000, 1));
    engine = LuceneSearchEngine.open(folder, LIMIT);
    outOfTime = LuceneSearchEngine.open(folder, Duration.ofNanos(1));
  }

  @AfterAll
  static void close() {
    engine.close();
    outOfTime.close();
  }

  static Stream<String> attacks() {
    return AttackQueries.byName().keySet().stream();
  }

  /** The query runs in a new thread with half of the usual stack. */
  @Thorough
  @ParameterizedTest
  @ValueSource(strings = {"said NEAR/5 ", "said NOT w/5 ", "(said w/s it) NEAR/9 "})
  void veryManyDistancesNeedLittleStack(String piece) throws Exception {
    FutureTask<SearchResults> task =
        new FutureTask<>(
            () -> engine.search(SearchRequest.of(parse(piece.repeat(900) + "said").root())));
    new Thread(null, task, "small stack", 512 * 1024).start();
    assertThat(task.get().total()).isNotNegative();
  }

  @Thorough
  @ParameterizedTest
  @MethodSource("attacks")
  @Timeout(60) // a search without a limit would never end
  void everyAttackIsReadAndAnswered(String name) {
    ParsedQuery parsed = parsed(name);
    SearchResults results = engine.search(SearchRequest.of(parsed.root()));
    assertThat(parsed.reading()).isNotBlank();
    assertThat(Note.texts(results.notes())).hasSizeLessThan(20);
    if (!results.isComplete()) {
      assertThat(Note.texts(results.notes()))
          .anyMatch(note -> note.startsWith("Stopped after 1 s"));
    }
    assertThat(results.folded()).isBetween(0L, results.total());
  }

  @Thorough
  @ParameterizedTest
  @MethodSource("attacks")
  void withoutAnyTimeThereIsStillAnAnswerThatSaysSo(String name) {
    SearchRequest request = SearchRequest.of(parsed(name).root());
    for (SortOrder order : SortOrder.values()) {
      SearchRequest sorted = new SearchRequest(request.query(), request.filters(), order, 1, 10);
      assertThat(outOfTime.search(sorted)).satisfies(AttackQueriesTest::isNothingYet);
      assertThat(outOfTime.search(sorted.withoutCounts()))
          .satisfies(AttackQueriesTest::isNothingYet);
    }
  }

  private static void isNothingYet(SearchResults results) {
    assertThat(results.isComplete()).isFalse();
    assertThat(results.total()).isZero();
    assertThat(Note.texts(results.notes()))
        .last()
        .isEqualTo("Stopped after 0.000000001 s, before anything was found.");
  }

  @Thorough
  @ParameterizedTest
  @MethodSource("attacks")
  void anArticleIsShownHoweverLongItsMarksWouldTake(String name) {
    assertThat(outOfTime.find("made-up-7", parsed(name).root())).isPresent();
    assertThat(engine.find("made-up-7", parsed(name).root())).isPresent();
  }

  @Test
  void insideOneArticleTheClockIsLookedAtAsWell(@TempDir Path one) {
    Article article =
        Article.withId("long")
            .title("Long")
            .paragraphs(List.of("said the ".repeat(20_000)))
            .build();
    TestIndex.build(one, List.of(article));
    String nested = String.join(" w/99 ", Collections.nCopies(30, "(said w/99 the)"));
    try (LuceneSearchEngine hurried = LuceneSearchEngine.open(one, Duration.ofMillis(50))) {
      SearchResults results = hurried.search(SearchRequest.of(parse(nested).root()));

      assertThat(results.isComplete()).isFalse();
      assertThat(Note.texts(results.notes())).last().asString().startsWith("Stopped after 0.05 s");
      assertThat(Note.texts(hurried.find("long", parse(nested).root()).orElseThrow().notes()))
          .containsExactly("Stopped after 0.05 s, before its matches were marked.");
    }
  }

  @Test
  void whatIsFoundInTimeIsWholeAndSaysNothingOfTime() {
    SearchResults results = engine.search(SearchRequest.of(parse("oil").root()));
    assertThat(results.isComplete()).isTrue();
    assertThat(results.total()).isPositive();
    assertThat(Note.texts(results.notes())).isEmpty();
  }

  /**
   * Each of these patterns expands to a thousand words; the limit of one query is eight such
   * patterns.
   */
  @Test
  void patternsThatStandForTooMuchTogetherAreToldOfOnce() {
    ParsedQuery parsed =
        parse("body:a* body:b* body:c* body:d* body:e* body:f* body:g* body:h* i*");
    assertThat(Note.texts(engine.search(SearchRequest.of(parsed.root())).notes()))
        .containsOnlyOnce(
            "The wildcards and fuzzy words of this query match too many words in total; some"
                + " were not searched.");
  }

  @Test
  void ofManyAlikeNotesTenAreTold() {
    String many = "a* OR b* OR c* OR d* OR e* OR f* OR g* OR h* OR i* OR j* OR k* OR l* OR m*";
    String shorter = many.replace("*", "?*");
    SearchResults results = engine.search(SearchRequest.of(parse(many + " OR " + shorter).root()));
    assertThat(Note.texts(results.notes())).hasSizeLessThan(14);
  }

  private static ParsedQuery parsed(String name) {
    return parse(requireNonNull(AttackQueries.byName().get(name)));
  }

  private static ParsedQuery parse(String text) {
    return QueryParser.parse(text, LocalDate.of(2026, 1, 1));
  }
}
