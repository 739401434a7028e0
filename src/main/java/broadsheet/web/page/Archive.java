package broadsheet.web.page;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.query.ScopeFilters;
import java.util.List;
import java.util.function.Function;

/** What the pages are about: the articles, and the language they are asked for in. */
public record Archive(SearchEngine engine, Function<String, ParsedQuery> parser) {
  private static final int LATEST = 5;

  /**
   * Whether it has any article at all where a search looks: in the days, sources, sections and
   * languages that query and filters are confined to. Where it has none, nothing found means no
   * data.
   */
  public boolean hasDataFor(QueryNode query, Filters filters) {
    return engine.hasAny(ScopeFilters.of(query), filters);
  }

  /** Its newest articles, a handful of them. */
  public List<Hit> latest() {
    SearchRequest newest =
        new SearchRequest(new QueryNode.Everything(), Filters.none(), SortOrder.NEWEST, 1, LATEST)
            .withoutCounts();
    return engine.search(newest).hits();
  }
}
