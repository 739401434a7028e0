package broadsheet.engine.request;

import broadsheet.query.QueryNode;
import java.util.Optional;

/**
 * One search.
 *
 * @param query what is asked
 * @param filters what narrows it
 * @param sort the order of the hits
 * @param page from 1; where there is a cursor, it is not looked at
 * @param size hits a page, 1 to {@value #MAX_SIZE}
 * @param after where the page begins; empty for where its number says
 * @param isFolding whether reprints are folded under the best hit of their family
 * @param isCounting whether facets and timeline are wanted; without them a search is quicker
 * @param mode by what articles are found; in an order other than by relevance always by their words
 */
public record SearchRequest(
    QueryNode query,
    Filters filters,
    SortOrder sort,
    int page,
    int size,
    Optional<PageCursor> after,
    boolean isFolding,
    boolean isCounting,
    SearchMode mode) {

  /** The most hits on one page. */
  public static final int MAX_SIZE = 100;

  /** The deepest hit a page's number leads to, counted from 1; a cursor leads to any. */
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

  /** A search by words. */
  public SearchRequest(
      QueryNode query,
      Filters filters,
      SortOrder sort,
      int page,
      int size,
      Optional<PageCursor> after,
      boolean isFolding,
      boolean isCounting) {
    this(query, filters, sort, page, size, after, isFolding, isCounting, SearchMode.LEXICAL);
  }

  /** A search by words that folds reprints and counts facets and timeline as well. */
  public SearchRequest(QueryNode query, Filters filters, SortOrder sort, int page, int size) {
    this(query, filters, sort, page, size, Optional.empty(), true, true);
  }

  /** The same without facets and timeline. */
  public SearchRequest withoutCounts() {
    return new SearchRequest(query, filters, sort, page, size, after, isFolding, false, mode);
  }

  /** The same from there on. */
  public SearchRequest after(PageCursor cursor) {
    return new SearchRequest(
        query, filters, sort, page, size, Optional.of(cursor), isFolding, isCounting, mode);
  }

  /** How many listed hits stand before this page. */
  public long before() {
    return after.map(PageCursor::rank).orElse((page - 1L) * size);
  }

  /** The same with every reprint as a hit of its own. */
  public SearchRequest unfolded() {
    return new SearchRequest(query, filters, sort, page, size, after, false, isCounting, mode);
  }

  /** The same by words, or by meaning as well. */
  public SearchRequest in(SearchMode wanted) {
    return new SearchRequest(
        query, filters, sort, page, size, after, isFolding, isCounting, wanted);
  }

  /** The first page of ten, by relevance, without filters. */
  public static SearchRequest of(QueryNode query) {
    return new SearchRequest(query, Filters.none(), SortOrder.RELEVANCE, 1, 10);
  }
}
