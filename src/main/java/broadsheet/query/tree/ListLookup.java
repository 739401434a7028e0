package broadsheet.query.tree;

import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.OnList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Fills in which articles are on the lists that a query names, so that an engine needs to know
 * nothing of lists. Stateless.
 */
public final class ListLookup {
  private ListLookup() {}

  /** The names of the lists in a query, each once, from left to right; none for most queries. */
  public static Set<String> named(QueryNode root) {
    Set<String> names = new LinkedHashSet<>();
    filled(
        root,
        name -> {
          names.add(name);
          return Set.of();
        });
    return names;
  }

  /**
   * The query with its lists filled in.
   *
   * @param articles returns the ids of the articles on a list
   */
  public static QueryNode filled(QueryNode root, Function<String, Set<String>> articles) {
    return root instanceof OnList(String list, Set<String> _)
        ? new OnList(list, articles.apply(list))
        : Rebuilding.of(root, child -> filled(child, articles));
  }
}
