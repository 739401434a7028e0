package broadsheet.engine;

import static broadsheet.engine.SearchAnswers.exported;
import static broadsheet.engine.SearchAnswers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.CursorException;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages through to the last hit by cursors. */
abstract class CursorContract extends SharedArchiveContract {

  /** More than the hits that are reranked by proximity. */
  private static final int COUNT = 1_250;

  private static final String STORY =
      " the tide table of the old quay was printed again with the same forty words so that any"
          + " two of these are reprints of each other as far as anybody can tell from their text";

  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      articles.add(article((i * 617) % COUNT));
    }
    return articles;
  }

  /** Few different texts and dates, so that most hits tie; some are reprints. */
  private static Article article(int i) {
    String words = "grain " + "and ".repeat(i % 3) + "pier" + " barge".repeat(i % 4);
    String rest = i % 10 == 0 ? STORY + " edition" + i / 50 : "";
    Article plain = TestArticles.article(String.format(Locale.ROOT, "a%04d", i), words + rest);
    String day = String.format(Locale.ROOT, "1987-03-%02d", 1 + i % 5);
    return i % 7 == 0 ? plain : plain.toBuilder().publishedAt(PublicationDate.stated(day)).build();
  }

  @ParameterizedTest
  @CsvSource({
    "grain,RELEVANCE,true",
    "grain,NEWEST,true",
    "grain,OLDEST,false",
    "grain pier,RELEVANCE,true",
    "grain pier,RELEVANCE,false",
    "barge OR pier,NEWEST,true",
    "'',RELEVANCE,true"
  })
  void pagesLeadThroughAllHitsEachOnceInTheOrderOfAnExport(
      String query, SortOrder sort, boolean isFolding) {
    SearchRequest request = request(query, sort, 97);
    request = isFolding ? request : request.unfolded();
    List<String> exported = exported(engine, request);
    assertThat(walked(request)).isEqualTo(exported);
    assertThat(exported).doesNotHaveDuplicates().hasSizeGreaterThan(1_000);
    assertThat(exported.size() < COUNT || !isFolding).as("some are folded").isTrue();
  }

  private List<String> walked(SearchRequest first) {
    List<String> ids = new ArrayList<>();
    SearchResults page = engine.search(first);
    long total = page.total() - page.folded();
    ids.addAll(ids(page));
    while (page.next().isPresent()) {
      PageCursor next = page.next().get();
      assertThat(next.rank()).isEqualTo(ids.size());
      page = engine.search(first.after(PageCursor.parse(next.text())));
      assertThat(page.total() - page.folded()).isEqualTo(total);
      ids.addAll(ids(page));
    }
    assertThat(ids).hasSize((int) total);
    return ids;
  }

  @Test
  void equalHitsComeInTheOrderOfTheirIds() {
    List<String> ids = ids(engine.search(request("grain", SortOrder.NEWEST, 100).unfolded()));
    assertThat(ids).isSorted();
    assertThat(ids(engine.search(request("", SortOrder.RELEVANCE, 100).unfolded()))).isSorted();
  }

  @Test
  void cursorStaysWhereItIsWhenNewerArticlesComeIn(@TempDir Path other) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      articles.add(article(i + 1));
    }
    build(other, articles);
    SearchRequest request = request("grain", SortOrder.NEWEST, 10).unfolded();
    try (SearchEngine small = open(other)) {
      PageCursor next = small.search(request).next().orElseThrow();
      List<String> before = ids(small.search(request.after(next)));
      for (int i = 0; i < 5; i++) {
        Article added = TestArticles.article("b" + i, "grain");
        articles.add(added.toBuilder().publishedAt(PublicationDate.stated("1999-01-01")).build());
      }
      build(other, articles);
      try (SearchEngine rebuilt = open(other)) {
        assertThat(ids(rebuilt.search(request.after(next)))).isEqualTo(before);
      }
    }
  }

  @Test
  void cursorOfAnotherOrderOrPlaceIsRefused() {
    PageCursor newest = engine.search(request("grain", SortOrder.NEWEST, 10)).next().orElseThrow();
    PageCursor nowhere = new PageCursor(10, "");
    SearchRequest best = request("grain", SortOrder.RELEVANCE, 10);
    for (PageCursor other : List.of(newest, nowhere)) {
      assertThatExceptionOfType(CursorException.class)
          .isThrownBy(() -> engine.search(best.after(other)));
    }
  }

  private static SearchRequest request(String query, SortOrder sort, int size) {
    QueryNode root = QueryParser.parse(query, LocalDate.EPOCH).root();
    SearchRequest request = new SearchRequest(root, Filters.none(), sort, 1, size);
    assertThat(request.after()).isEqualTo(Optional.empty());
    return request;
  }
}
