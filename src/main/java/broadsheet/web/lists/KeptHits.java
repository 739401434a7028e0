package broadsheet.web.lists;

import broadsheet.address.SearchParameters;
import broadsheet.desk.ListedArticle;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.request.VersionScope;
import broadsheet.query.QueryNode;
import broadsheet.web.page.HitEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Shows the articles of a list as hits of the searches among whose results they were kept. One that
 * its search does not find any more, or that was kept without one, has its first words.
 *
 * @param parser reads a query, with the lists that it names
 */
record KeptHits(SearchEngine engine, Function<String, QueryNode> parser) {

  /** The most searches made for a page; each is among the articles of the page alone. */
  private static final int MOST_SEARCHES = 10;

  /** The hits by id. */
  Map<String, HitEntry> of(List<ListedArticle> articles) {
    Map<String, Set<String>> bySearch = new LinkedHashMap<>();
    Set<String> all = new TreeSet<>();
    for (ListedArticle each : articles) {
      each.id()
          .ifPresent(
              id -> {
                all.add(id);
                bySearch.computeIfAbsent(each.entry().search(), _ -> new TreeSet<>()).add(id);
              });
    }
    bySearch.remove("");
    Map<String, HitEntry> hits = new HashMap<>();
    bySearch.entrySet().stream()
        .limit(MOST_SEARCHES)
        .forEach(search -> addFound(search.getKey(), search.getValue(), hits));
    all.removeAll(hits.keySet());
    add(new QueryNode.OnList(QueryNode.OnList.ANY, all), "", all.size(), hits);
    return hits;
  }

  /** A costly query may have to wait for others; its articles are shown without it. */
  private void addFound(String search, Set<String> ids, Map<String, HitEntry> hits) {
    QueryNode among = new QueryNode.OnList(QueryNode.OnList.ANY, ids);
    try {
      QueryNode query = parser.apply(search);
      add(new QueryNode.AllOf(List.of(query, among)), search, ids.size(), hits);
    } catch (EngineBusyException e) {
      add(among, "", ids.size(), hits);
    }
  }

  private void add(QueryNode query, String search, int size, Map<String, HitEntry> hits) {
    if (size > 0) {
      SearchParameters marking = SearchParameters.none().withText(search);
      SearchRequest request =
          new SearchRequest(query, Filters.none().of(VersionScope.ALL), SortOrder.NEWEST, 1, size)
              .unfolded()
              .withoutCounts();
      engine.search(request).hits().forEach(hit -> hits.put(hit.id(), HitEntry.of(hit, marking)));
    }
  }
}
