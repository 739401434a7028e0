package broadsheet.query.tree;

import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds pairs of adjacent words in a query in which at least one was respelt. Such pairs
 * distinguish a name from two words that happen to be in the same article. Stateless.
 */
public final class RespeltPairs {
  private RespeltPairs() {}

  /** The pairs as phrases; empty if there are none. */
  public static List<QueryNode> of(QueryNode typed, QueryNode respelt) {
    return typed instanceof Together(List<QueryNode> before)
            && respelt instanceof Together(List<QueryNode> after)
        ? of(before, after)
        : List.of();
  }

  private static List<QueryNode> of(List<QueryNode> before, List<QueryNode> after) {
    List<QueryNode> pairs = new ArrayList<>();
    for (int i = 1; i < after.size(); i++) {
      boolean isRespelt =
          !before.get(i - 1).equals(after.get(i - 1)) || !before.get(i).equals(after.get(i));
      if (isRespelt
          && after.get(i - 1) instanceof Word(String first)
          && after.get(i) instanceof Word(String second)) {
        pairs.add(new Phrase(first + " " + second, 0));
      }
    }
    return pairs;
  }

  /** A query for any of the pairs; requires at least one. */
  public static QueryNode any(List<QueryNode> pairs) {
    return pairs.size() == 1 ? pairs.getFirst() : new QueryNode.AnyOf(pairs);
  }
}
