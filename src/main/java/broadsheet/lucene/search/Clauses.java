package broadsheet.lucene.search;

import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a query that finds nothing apart, so that a reader sees which part it fails on. */
final class Clauses {
  private Clauses() {}

  /**
   * What is counted by itself: the members of a group; of things near each other each side and both
   * anywhere; the words of a phrase; else the query itself.
   */
  static List<QueryNode> of(QueryNode query) {
    return switch (query) {
      case QueryNode.Together all -> all.children();
      case QueryNode.AllOf all -> all.children();
      case QueryNode.Near near ->
          List.of(
              near.left(), near.right(), new QueryNode.AllOf(List.of(near.left(), near.right())));
      case QueryNode.NotNear not -> List.of(not.wanted());
      case QueryNode.AtLeast atLeast -> List.of(atLeast.child());
      case QueryNode.Boosted boosted -> of(boosted.child());
      case QueryNode.Phrase phrase -> words(phrase);
      case QueryNode.InField in -> inField(in);
      default -> List.of(query);
    };
  }

  private static List<QueryNode> words(QueryNode.Phrase phrase) {
    List<QueryNode> words = new ArrayList<>();
    Arrays.stream(phrase.text().split(" ", -1))
        .filter(word -> !word.equals("*"))
        .forEach(word -> words.add(new QueryNode.Phrase(word, 0)));
    return words;
  }

  private static List<QueryNode> inField(QueryNode.InField in) {
    return of(in.child()).stream()
        .<QueryNode>map(part -> new QueryNode.InField(in.field(), part))
        .toList();
  }
}
