package broadsheet.engine.request;

import broadsheet.query.QueryNode;
import java.util.Optional;

/**
 * One search.
 *
 * @param query the query
 * @param filters further restrictions
 * @param sort the order of the hits
 * @param page the page number, from 1; ignored if there is a cursor
 * @param size hits per page, 1 to {@value #MAX_SIZE}
 * @param after the cursor before the page; empty to use the page number
 * @param isFolding whether reprints are grouped under the best hit of their family
 * @param counting the counts of all hits
 * @param mode words alone, or meaning as well; always words in an order other than relevance
 * @param match whether articles need all the words
 */
public record SearchRequest(
    QueryNode query,
    Filters filters,
    SortOrder sort,
    int page,
    int size,
    Optional<PageCursor> after,
    boolean isFolding,
    Counting counting,
    SearchMode mode,
    Match match) {

  /** The most hits on one page. */
  public static final int MAX_SIZE = 100;

  /** The deepest hit that a page number can reach, counted from 1; a cursor reaches any. */
  public static final int MAX_DEPTH = 10_000;

  /**
   * @throws IllegalArgumentException when page or size is out of range
   */
  public SearchRequest {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size not within 1 to " + MAX_SIZE + ": " + size);
    }
    if (page < 1 || (after.isEmpty() && page > MAX_DEPTH / size)) {
      throw new IllegalArgumentException(
          "page not within 1 to " + MAX_DEPTH / size + " at size " + size + ": " + page);
    }
  }

  /** A search by words that groups reprints and counts facets and timeline. */
  public SearchRequest(QueryNode query, Filters filters, SortOrder sort, int page, int size) {
    this(
        query,
        filters,
        sort,
        page,
        size,
        Optional.empty(),
        true,
        Counting.ALL,
        SearchMode.LEXICAL,
        Match.AUTO);
  }

  /** Whether to count facets and timeline. */
  public boolean isCounting() {
    return counting != Counting.NONE;
  }

  /** This request without facets and timeline. */
  public SearchRequest withoutCounts() {
    return with(Counting.NONE);
  }

  /** This request with other counts. */
  public SearchRequest with(Counting wanted) {
    return new SearchRequest(
        query, filters, sort, page, size, after, isFolding, wanted, mode, match);
  }

  /** This request, starting at a cursor. */
  public SearchRequest after(PageCursor cursor) {
    return new SearchRequest(
        query, filters, sort, page, size, Optional.of(cursor), isFolding, counting, mode, match);
  }

  /** The number of hits listed before this page. */
  public long before() {
    return after.map(PageCursor::rank).orElse((page - 1L) * size);
  }

  /** This request with every reprint as a hit of its own. */
  public SearchRequest unfolded() {
    return new SearchRequest(query, filters, sort, page, size, after, false, counting, mode, match);
  }

  /** This request in another mode. */
  public SearchRequest in(SearchMode wanted) {
    return new SearchRequest(
        query, filters, sort, page, size, after, isFolding, counting, wanted, match);
  }

  /** This request with or without articles that have only some of the words. */
  public SearchRequest matching(Match wanted) {
    return new SearchRequest(
        query, filters, sort, page, size, after, isFolding, counting, mode, wanted);
  }

  /** The first page by relevance, without counts: what a ranking or an explanation is about. */
  public SearchRequest ranked() {
    return new SearchRequest(
        query,
        filters,
        SortOrder.RELEVANCE,
        1,
        1,
        Optional.empty(),
        isFolding,
        Counting.NONE,
        mode,
        match);
  }

  /** The first page of ten, by relevance, without filters. */
  public static SearchRequest of(QueryNode query) {
    return of(query, Filters.none());
  }

  /** The first page of ten, by relevance. */
  public static SearchRequest of(QueryNode query, Filters filters) {
    return new SearchRequest(query, filters, SortOrder.RELEVANCE, 1, 10);
  }
}
