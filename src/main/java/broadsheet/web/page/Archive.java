package broadsheet.web.page;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.query.ScopeFilters;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The articles, the parser of queries about them, and the desk of their readers.
 *
 * @param collections its collections
 */
public record Archive(
    SearchEngine engine,
    Function<String, ParsedQuery> parser,
    ReaderLists lists,
    EachCollection collections) {
  private static final int LATEST = 5;

  /** The published states in which articles are known: those that searches see, where they do. */
  public Map<String, Long> states() {
    Map<String, Long> states = new HashMap<>(collections.published());
    states.putAll(engine.states());
    return states;
  }

  /** A query of a request, with the reader's lists that it names looked up. */
  public ParsedQuery parsed(String text, Context context) {
    return lists.lookedUp(parser.apply(text), engine, context);
  }

  /**
   * Whether there is any article within the days, sources, sections and languages that query and
   * filters are limited to. If not, finding nothing means there is no data.
   */
  public boolean hasDataFor(QueryNode query, Filters filters) {
    return engine.hasAny(ScopeFilters.of(query), filters);
  }

  /** A handful of the newest articles, with the counts of all by facet and over time. */
  public SearchResults overview() {
    return engine.search(
        new SearchRequest(new QueryNode.Everything(), Filters.none(), SortOrder.NEWEST, 1, LATEST));
  }

  /** The refusal of a request for an article that is not there. */
  public Refusal withoutArticle(String id) {
    boolean isWithdrawn = engine.withdrawn(List.of(id)).contains(id);
    return new Refusal(isWithdrawn ? Problem.withdrawnArticle(id) : Problem.noArticle(id));
  }
}
