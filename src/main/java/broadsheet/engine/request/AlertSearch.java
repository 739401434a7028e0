package broadsheet.engine.request;

import broadsheet.query.QueryNode;

/**
 * The search of an alert: articles that match its query and came after a published state.
 * Immutable.
 *
 * @param query the query
 * @param filters further restrictions
 * @param since the number of that state; see {@link broadsheet.engine.SearchEngine#state}
 */
public record AlertSearch(QueryNode query, Filters filters, long since) {

  /** Its filters, which leave out the articles that came before, and earlier versions. */
  public Filters all() {
    return filters.of(VersionScope.LATEST).addedAfter(since);
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
