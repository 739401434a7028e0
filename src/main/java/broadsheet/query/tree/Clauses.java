package broadsheet.query.tree;

import broadsheet.query.LoneYear;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.ShownFurniture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Splits a query that finds nothing into parts, so that a reader sees which part fails. */
public final class Clauses {
  private Clauses() {}

  /**
   * The parts to count separately, each once: the members of the outermost group first, then their
   * members, level by level. A proximity gives each side, and both without the distance; a phrase
   * that is the whole query gives its words; a query of one unit gives that unit.
   *
   * @param most the most parts to return
   */
  public static List<QueryNode> of(QueryNode query, int most) {
    SequencedSet<QueryNode> clauses = new LinkedHashSet<>();
    List<QueryNode> level = whole(ShownFurniture.without(query));
    while (!level.isEmpty() && clauses.size() < most) {
      clauses.addAll(level);
      level = level.stream().flatMap(node -> parts(node).stream()).toList();
    }
    return clauses.stream().limit(most).toList();
  }

  private static List<QueryNode> whole(QueryNode query) {
    if (query instanceof QueryNode.Boosted boosted) {
      return whole(boosted.child());
    }
    List<QueryNode> parts =
        switch (query) {
          case QueryNode.Phrase phrase -> words(phrase);
          case QueryNode.InField(QueryField field, QueryNode.Phrase phrase) ->
              words(phrase).stream()
                  .<QueryNode>map(word -> new QueryNode.InField(field, word))
                  .toList();
          default -> parts(query);
        };
    return parts.isEmpty() ? List.of(query) : parts;
  }

  /** The parts of a node; empty where it is one unit or an exclusion. */
  private static List<QueryNode> parts(QueryNode node) {
    return switch (node) {
      case QueryNode.AnyOf any when LoneYear.wordOf(any).isPresent() -> List.of();
      case QueryNode.Join join -> join.children();
      case QueryNode.Near near -> near(near);
      case QueryNode.NotNear not -> List.of(not.wanted());
      case QueryNode.AtLeast atLeast -> List.of(atLeast.child());
      case QueryNode.Boosted boosted -> parts(boosted.child());
      case QueryNode.InField in -> inField(in);
      case QueryNode.Not _, QueryNode.Leaf _ -> List.of();
    };
  }

  /** Each side, and both without the distance. */
  private static List<QueryNode> near(QueryNode.Near near) {
    QueryNode both = new QueryNode.AllOf(List.of(near.left(), near.right()));
    return List.of(near.left(), near.right(), both);
  }

  private static List<QueryNode> words(QueryNode.Phrase phrase) {
    List<QueryNode> words = new ArrayList<>();
    Arrays.stream(phrase.text().split(" ", -1))
        .filter(word -> !word.equals("*"))
        .forEach(word -> words.add(new QueryNode.Phrase(word, 0)));
    return words;
  }

  private static List<QueryNode> inField(QueryNode.InField in) {
    return parts(in.child()).stream()
        .<QueryNode>map(part -> new QueryNode.InField(in.field(), part))
        .toList();
  }
}
