package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.Counting;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares two engines with the same articles: every answer must be the same, down to the bits of
 * the scores. Only the time taken may differ, and the text of cursors and of a score's steps, which
 * each engine words for itself; cursors must lead to the same hits.
 */
public final class SameAnswers {

  /** Number of pages of a search to compare. */
  private static final int PAGES = 4;

  /** Number of hits of a search to compare one by one. */
  private static final int HITS = 3;

  /** Number of queries to compare over time in one request. */
  private static final int QUERIES = 4;

  private final SearchEngine expected;
  private final SearchEngine actual;

  private SameAnswers(SearchEngine expected, SearchEngine actual) {
    this.expected = expected;
    this.actual = actual;
  }

  /** Compares these searches and everything else that can be requested for their queries. */
  public static void assertSame(
      SearchEngine expected, SearchEngine actual, List<SearchRequest> requests) {
    SameAnswers same = new SameAnswers(expected, actual);
    same.assertSameArchive();
    requests.forEach(same::assertSame);
    same.assertSameTrends(requests);
  }

  /**
   * Compares everything that does not depend on term statistics. These may include articles that an
   * update removed, so that scores differ from those of a rebuilt index.
   */
  public static void assertSameButForScores(
      SearchEngine expected, SearchEngine actual, List<SearchRequest> requests) {
    SameAnswers same = new SameAnswers(expected, actual);
    same.assertSameArchive();
    requests.forEach(same::assertSameFound);
  }

  private void assertSameArchive() {
    assertThat(actual.articleCount()).isEqualTo(expected.articleCount());
    assertThat(actual.coverage()).isEqualTo(expected.coverage());
    assertThat(actual.ledger().totals()).isEqualTo(expected.ledger().totals());
    IndexSummary one = expected.summary();
    IndexSummary other = actual.summary();
    assertThat(other.undated()).isEqualTo(one.undated());
    assertThat(other.firstDay()).isEqualTo(one.firstDay());
    assertThat(other.lastDay()).isEqualTo(one.lastDay());
    assertThat(other.sources()).isEqualTo(one.sources());
    assertThat(other.duplicates()).isEqualTo(one.duplicates());
  }

  private void assertSame(SearchRequest request) {
    SearchResults first = assertSamePages(request, SameAnswers::assertSame);
    assertSameInAll(request);
    String asked = request.toString();
    assertThat(exported(actual, request)).as(asked).isEqualTo(exported(expected, request));
    assertThat(ranked(actual, request)).as(asked).isEqualTo(ranked(expected, request));
    first.hits().stream().limit(HITS).map(Hit::id).forEach(id -> assertSame(request, id));
  }

  /** Compares counts of several queries over time. */
  private void assertSameTrends(List<SearchRequest> requests) {
    List<QueryNode> queries = requests.stream().map(SearchRequest::query).limit(QUERIES).toList();
    assertThat(actual.trends(queries, Filters.none(), Optional.empty()))
        .isEqualTo(expected.trends(queries, Filters.none(), Optional.empty()));
  }

  private void assertSameFound(SearchRequest request) {
    assertSameInAll(request);
    if (request.sort() != SortOrder.RELEVANCE) {
      SearchResults first = assertSamePages(request, SameAnswers::assertSameCounts);
      assertThat(exported(actual, request)).isEqualTo(exported(expected, request));
      first.hits().stream().map(Hit::id).forEach(id -> assertSameArticle(request, id));
    } else {
      SearchRequest each = request.unfolded();
      assertThat(exported(actual, each))
          .as("%s", each)
          .containsExactlyInAnyOrderElementsOf(exported(expected, each));
    }
  }

  /** Compares counts, which do not depend on the order of the hits. */
  private void assertSameInAll(SearchRequest request) {
    String asked = request.toString();
    assertThat(actual.hasAny(request.query(), request.filters()))
        .as(asked)
        .isEqualTo(expected.hasAny(request.query(), request.filters()));
    assertThat(actual.timeline(request.query(), request.filters(), Optional.empty()))
        .as(asked)
        .isEqualTo(expected.timeline(request.query(), request.filters(), Optional.empty()));
  }

  /** Follows each engine's own cursors. Returns the first page. */
  private SearchResults assertSamePages(SearchRequest asked, PageComparison comparison) {
    SearchRequest request = asked.with(Counting.WORDS);
    SearchResults first = expected.search(request);
    SearchResults one = first;
    SearchResults other = actual.search(request);
    comparison.compare(request.toString(), one, other);
    for (int page = 1; page < PAGES && one.next().isPresent(); page++) {
      one = expected.search(request.after(one.next().orElseThrow()));
      other = actual.search(request.after(other.next().orElseThrow()));
      comparison.compare("page " + (page + 1) + " of " + request, one, other);
    }
    return first;
  }

  /** Compares two pages. */
  private interface PageComparison {
    void compare(String asked, SearchResults one, SearchResults other);
  }

  private static void assertSame(String asked, SearchResults one, SearchResults other) {
    assertSameCounts(asked, one, other);
    assertThat(untimed(other)).as(asked).isEqualTo(untimed(one));
    assertThat(other.tiers()).as(asked).isEqualTo(one.tiers());
    assertThat(other.notes()).as(asked).isEqualTo(one.notes());
    assertThat(other.clauses()).as(asked).isEqualTo(one.clauses());
    assertThat(other.didYouMean()).as(asked).isEqualTo(one.didYouMean());
    assertThat(other.dateInstead()).as(asked).isEqualTo(one.dateInstead());
  }

  /** The hits without when they were added, which two archives tell each for itself. */
  public static List<Hit> untimed(SearchResults results) {
    return results.hits().stream()
        .map(
            hit ->
                new Hit(
                    hit.id(),
                    hit.title(),
                    hit.snippets(),
                    hit.values(),
                    hit.publishedAt(),
                    Optional.empty(),
                    hit.url(),
                    hit.similar(),
                    hit.score(),
                    hit.foundBy(),
                    hit.missing(),
                    hit.positions(),
                    hit.versions(),
                    hit.answers()))
        .toList();
  }

  private static void assertSameCounts(String asked, SearchResults one, SearchResults other) {
    assertThat(SearchAnswers.ids(other)).as(asked).isEqualTo(SearchAnswers.ids(one));
    assertThat(other.total()).as(asked).isEqualTo(one.total());
    assertThat(other.completeness()).as(asked).isEqualTo(one.completeness());
    assertThat(other.folded()).as(asked).isEqualTo(one.folded());
    assertThat(other.facets()).as(asked).isEqualTo(one.facets());
    assertThat(List.copyOf(other.facets().keySet()))
        .as(asked)
        .isEqualTo(List.copyOf(one.facets().keySet()));
    assertThat(other.timeline()).as(asked).isEqualTo(one.timeline());
    assertThat(other.words()).as(asked).isEqualTo(one.words());
    assertThat(other.next().map(next -> next.rank()))
        .as(asked)
        .isEqualTo(one.next().map(next -> next.rank()));
  }

  private static List<NamedArticle> exported(SearchEngine engine, SearchRequest request) {
    List<NamedArticle> articles = new ArrayList<>();
    engine.export(request, articles::add);
    return articles;
  }

  private static List<String> ranked(SearchEngine engine, SearchRequest request) {
    return engine.rank(request, 100).ids();
  }

  private void assertSame(SearchRequest request, String id) {
    assertSameArticle(request, id);
    String asked = id + " of " + request;
    assertThat(actual.similarTo(id, 5)).as(asked).isEqualTo(expected.similarTo(id, 5));
    assertThat(explained(actual, request, id))
        .as(asked)
        .isEqualTo(explained(expected, request, id));
  }

  private void assertSameArticle(SearchRequest request, String id) {
    String asked = id + " of " + request;
    assertThat(actual.named(id)).as(asked).isEqualTo(expected.named(id));
    assertThat(actual.find(id, request.query()))
        .as(asked)
        .isEqualTo(expected.find(id, request.query()));
  }

  /** The explanation with only the total of its numbers. */
  private static Explanation explained(SearchEngine engine, SearchRequest request, String id) {
    Explanation all = engine.explain(request, id).orElseThrow();
    return new Explanation(
        all.id(),
        all.title(),
        all.fit(),
        all.score(),
        all.rank(),
        all.isFolded(),
        all.articles(),
        all.units(),
        all.pairs(),
        all.learnt(),
        all.meaning(),
        all.numbers().map(numbers -> new Explanation.Numbers(numbers.value(), "", List.of())),
        all.notes());
  }
}
