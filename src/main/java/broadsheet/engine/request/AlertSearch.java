package broadsheet.engine.request;

import broadsheet.query.QueryNode;
import java.util.Map;

/**
 * The search of an alert: articles that match its query and came after a published state.
 * Immutable.
 *
 * @param query the query
 * @param filters further restrictions
 * @param since the number of that state; see {@link broadsheet.engine.SearchEngine#states}
 * @param sinceIn lower numbers that count instead for some collections, by their names
 */
public record AlertSearch(QueryNode query, Filters filters, long since, Map<String, Long> sinceIn) {

  public AlertSearch {
    sinceIn = Map.copyOf(sinceIn);
  }

  /** An alert of which one number is known. */
  public AlertSearch(QueryNode query, Filters filters, long since) {
    this(query, filters, since, Map.of());
  }

  /** Its filters, which leave out the articles that came before, and earlier versions. */
  public Filters all() {
    return filters.of(VersionScope.LATEST).addedAfter(since, sinceIn);
  }

  /**
   * The first of its articles, those of the latest update first. Each reprint is one of them.
   *
   * @param size the most articles
   */
  public SearchRequest request(int size) {
    return new SearchRequest(query, all(), SortOrder.ADDED, 1, size)
        .unfolded()
        .withoutCounts()
        .matching(Match.ALL);
  }
}
