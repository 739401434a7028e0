package broadsheet.assistant;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import java.util.List;

/**
 * A part of a query that finds nothing as a whole.
 *
 * @param text the part, as a query
 * @param count the number of articles that it finds alone, without filters
 */
record PartFound(String text, long count) {

  static List<PartFound> of(SearchResults results) {
    return results.clauses().stream()
        .map(part -> new PartFound(CanonicalText.of(part.clause()), part.count()))
        .toList();
  }

  /** The parts of a query that found nothing; none if it is not known to have found nothing. */
  static List<PartFound> ofNothing(
      long found, QueryNode query, Filters filters, SearchEngine engine) {
    return found > 0
        ? List.of()
        : of(
            engine.search(
                new SearchRequest(query, filters, SortOrder.RELEVANCE, 1, 1)
                    .matching(Match.ALL)
                    .withoutCounts()));
  }
}
