package broadsheet.lucene.suggest;

import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words that stand side by side in a query and of which at least one was respelt. Such
 * pairs tell a name from two words that happen to be in one article. Stateless.
 */
final class RespeltPairs {
  private RespeltPairs() {}

  /** The pairs as phrases; empty where there is none. */
  static List<QueryNode> of(QueryNode typed, QueryNode respelt) {
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

  /** Any of the pairs, at least one. */
  static QueryNode any(List<QueryNode> pairs) {
    return pairs.size() == 1 ? pairs.getFirst() : new QueryNode.AnyOf(pairs);
  }
}
