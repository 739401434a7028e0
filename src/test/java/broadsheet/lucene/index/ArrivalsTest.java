package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.StandingSearch;
import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The arrivals recorded for articles that updates add. */
class ArrivalsTest {

  private static final QueryNode TIDE = new QueryNode.Word("tide");
  private static final AlertMatcher ONE =
      TestIndex.standing(new StandingSearch("tides", TIDE, Filters.none()));

  @TempDir private Path folder;
  private Path index;

  @BeforeEach
  void firstBuild() {
    index = folder.resolve("index");
    update(false, "/a/old", tide("old", "The old tide."));
  }

  /** Reads one file, as a rebuild or an update does. */
  private void update(boolean isUpdate, String file, Article... articles) {
    update(isUpdate, ONE, file, articles);
  }

  private void update(boolean isUpdate, AlertMatcher standing, String file, Article... articles) {
    try (LuceneIndexingSession session =
        isUpdate
            ? LuceneIndexingSession.update(index, standing)
            : LuceneIndexingSession.open(index)) {
      session.begin(file);
      for (Article article : articles) {
        session.add(file, article);
      }
      session.end(new FileRecord(file, file, "", "", "", 1, articles.length, 0, 0, 0));
      session.commit(List.of(new Source("/a", "")));
    }
  }

  private static Article tide(String id, String... paragraphs) {
    return TestIndex.article(id, paragraphs);
  }

  private List<String> cameIn() {
    return cameIn("tides");
  }

  private List<String> cameIn(String search) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      List<Arrival> arrivals = engine.arrivals(search, TIDE, Arrival.MOST);
      ArrivalSum sum = engine.arrivalSums().get(search);
      assertThat(sum == null ? 0 : sum.count()).isEqualTo(arrivals.size());
      if (sum != null) {
        assertThat(sum.latest()).isEqualTo(arrivals.getFirst().at());
      }
      return arrivals.stream().map(arrival -> arrival.hit().id()).toList();
    }
  }

  @Test
  void firstBuildBringsNothing() {
    assertThat(cameIn()).isEmpty();
  }

  @Test
  void newArticlesComeInTheNewestFirst() {
    update(true, "/a/one", tide("one", "One tide."), tide("other", "No such word."));
    update(true, "/a/two", tide("two", "Two tides."));
    assertThat(cameIn()).containsExactly("two", "one");
  }

  @Test
  void ofOneUpdateTheLatestPublishedComesFirst() {
    update(
        true,
        "/a/new",
        dated("middle", "2020-01-02"),
        dated("latest", "2020-01-03"),
        dated("earliest", "2020-01-01"),
        tide("undated", "A tide of no date."));
    assertThat(cameIn()).containsExactly("latest", "middle", "earliest", "undated");
  }

  private static Article dated(String id, String day) {
    return Article.withId(id)
        .paragraphs(List.of("The tide of " + day))
        .publishedAt(PublicationDate.stated(day))
        .build();
  }

  @Test
  void unchangedArticleDoesNotComeIn() {
    update(true, "/a/old", tide("old", "The old tide."), tide("new", "The new tide."));
    assertThat(cameIn()).containsExactly("new");
  }

  @Test
  void movedArticleDoesNotComeInAndOneThatCameInStays() {
    update(true, "/a/one", tide("one", "One tide."));
    try (LuceneIndexingSession session = LuceneIndexingSession.update(index, ONE)) {
      session.add("/a/moved-old", tide("old", "The old tide."));
      session.add("/a/moved-one", tide("one", "One tide."));
      session.removeUnseen("/a/old");
      session.removeUnseen("/a/one");
      session.commit(List.of(new Source("/a", "")));
    }
    assertThat(cameIn()).containsExactly("one");
  }

  @Test
  void anotherCopyDoesNotComeIn() {
    update(true, "/a/copy", tide("old", "The old tide."));
    assertThat(cameIn()).isEmpty();
    update(true, "/a/one", tide("one", "One tide."));
    update(true, "/a/one-copy", tide("one", "One tide."));
    assertThat(cameIn()).containsExactly("one");
  }

  @Test
  void changedArticleIsThereOnce() {
    update(true, "/a/one", tide("one", "One tide."));
    update(true, "/a/two", tide("two", "Two tides."));
    update(true, "/a/one", tide("one", "One tide, corrected."));
    assertThat(cameIn()).containsExactly("one", "two");
    update(true, "/a/one", tide("one", "Nothing of the kind."));
    assertThat(cameIn()).containsExactly("two");
  }

  @Test
  void articleThatIsGoneIsGone() {
    update(true, "/a/one", tide("one", "One tide."));
    update(true, "/a/one");
    assertThat(cameIn()).isEmpty();
  }

  @Test
  void articlesOfOneIdAreToldApart() {
    update(true, "/a/b", tide("same", "One tide."));
    update(true, "/a/a", tide("same", "Another tide."));
    assertThat(cameIn()).containsExactly("same", "same~2");
  }

  @Test
  void rebuildKeepsThem() {
    update(true, "/a/one", tide("one", "One tide."), tide("two", "Two tides."));
    List<String> before = cameIn();
    update(
        false,
        "/a/other",
        tide("two", "Two tides."),
        tide("three", "Three tides."),
        tide("one", "One tide, as another release reads it."));
    assertThat(cameIn()).isEqualTo(before);
    update(false, "/a/other", tide("two", "Two tides."));
    assertThat(cameIn()).containsExactly("two");
  }

  @Test
  void rebuildOfADamagedIndexGoesOnWithoutThem() throws Exception {
    update(true, "/a/one", tide("one", "One tide."));
    try (var files = Files.list(index)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    update(false, "/a/one", tide("one", "One tide."));
    assertThat(cameIn()).isEmpty();
  }

  @Test
  void nothingIsKeptForSearchesThatAreGone() {
    update(true, "/a/one", tide("one", "One tide."));
    StandingSearch other = new StandingSearch("others", new QueryNode.Everything(), Filters.none());
    update(true, TestIndex.standing(other), "/a/two", tide("two", "Two tides."));
    assertThat(cameIn()).isEmpty();
    assertThat(cameIn("others")).containsExactly("two");
  }

  @Test
  void onlyTheNewestAreKept() {
    Article[] many =
        IntStream.range(0, Arrival.MOST + 20)
            .mapToObj(i -> dated("t" + i, LocalDate.of(2000, 1, 1).plusDays(i).toString()))
            .toArray(Article[]::new);
    update(true, "/a/many", many);
    assertThat(cameIn()).hasSize(Arrival.MOST).startsWith("t1019").endsWith("t20");
    update(true, "/a/few", tide("x", "A tide."), tide("y", "One more tide."));
    assertThat(cameIn()).hasSize(Arrival.MOST).startsWith("x", "y", "t1019").endsWith("t22");
  }

  @Test
  void whatIsNotCommittedDoesNotComeIn() {
    try (LuceneIndexingSession session = LuceneIndexingSession.update(index, ONE)) {
      session.add("/a/one", tide("one", "One tide."));
    }
    assertThat(cameIn()).isEmpty();
  }

  @Test
  void tidyingUpKeepsThem() {
    for (int i = 0; i < 12; i++) {
      update(true, "/a/" + i, tide("t" + i, "Tide number " + i));
    }
    List<String> before = cameIn();
    LuceneIndexingSession.tidy(index);
    assertThat(cameIn()).isEqualTo(before).hasSize(12).startsWith("t11");
  }
}
