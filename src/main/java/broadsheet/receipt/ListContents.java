package broadsheet.receipt;

import broadsheet.article.ArticleRef;
import broadsheet.engine.SearchEngine;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.OnList;
import broadsheet.query.tree.ListLookup;
import broadsheet.receipt.Receipt.ListContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes out the articles on the lists that a query names, and fills them in again. */
record ListContents(SearchEngine engine) {

  /** The content of each list that is filled in, from left to right. */
  List<ListContent> of(QueryNode query) {
    Map<String, Set<String>> ids = ids(query);
    return ListLookup.named(query).stream()
        .map(name -> new ListContent(name, set(ids.getOrDefault(name, Set.of()))))
        .toList();
  }

  private ArticleSet set(Set<String> ids) {
    ArticleCollector collector = new ArticleCollector();
    engine.refs(ids).values().forEach(ref -> collector.take(ref, ArticleSet.MonthSum.UNDATED));
    return collector.set();
  }

  private static Map<String, Set<String>> ids(QueryNode query) {
    Map<String, Set<String>> ids = new HashMap<>();
    add(query, ids);
    return ids;
  }

  private static void add(QueryNode node, Map<String, Set<String>> ids) {
    if (node instanceof OnList(String list, Set<String> articles)) {
      ids.put(list, articles);
    }
    node.parts().forEach(part -> add(part, ids));
  }

  /**
   * The query with the articles that were on its lists once. Of a list that was too long to be
   * written out, today's stay.
   *
   * @param query with the lists of today
   */
  QueryNode restored(QueryNode query, List<ListContent> then) {
    Map<String, Set<String>> ids = ids(query);
    for (ListContent list : then) {
      if (list.content().months().isEmpty()) {
        List<ArticleRef> refs = list.content().articles();
        ids.put(list.name(), Set.copyOf(engine.idsOf(refs).values()));
      }
    }
    return ListLookup.filled(query, name -> ids.getOrDefault(name, Set.of()));
  }

  /**
   * Sentences on the lists that have changed.
   *
   * @param query with the lists of today
   */
  List<String> changes(QueryNode query, List<ListContent> then) {
    Map<String, ArticleSet> today = new HashMap<>();
    of(query).forEach(list -> today.put(list.name(), list.content()));
    List<String> changes = new ArrayList<>();
    for (ListContent list : then) {
      ArticleSet now = today.get(list.name());
      if (now == null || !now.digest().equals(list.content().digest())) {
        boolean isRestored = list.content().months().isEmpty();
        changes.add(
            String.format(
                Locale.ROOT,
                "The list “%s” has changed: %,d articles then, %,d now. %s",
                list.name(),
                list.content().count(),
                now == null ? 0 : now.count(),
                isRestored
                    ? "The search was repeated with those of then."
                    : "It was too long to be written out, so the search was repeated with"
                        + " those of now."));
      }
    }
    return changes;
  }
}
