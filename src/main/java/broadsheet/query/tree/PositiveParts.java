package broadsheet.query.tree;

import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a query into the units it asks for, for articles that do not have all of it. Stateless.
 */
public final class PositiveParts {
  private PositiveParts() {}

  /** The wanted words, phrases and patterns, each in its field; exclusions are left out. */
  public static List<QueryNode> of(QueryNode root) {
    List<QueryNode> parts = new ArrayList<>();
    add(root, parts);
    return parts;
  }

  private static void add(QueryNode node, List<QueryNode> parts) {
    switch (node) {
      case QueryNode.Join join -> join.children().forEach(child -> add(child, parts));
      case QueryNode.Boosted boosted -> add(boosted.child(), parts);
      case QueryNode.InField in ->
          of(in.child()).forEach(part -> parts.add(new QueryNode.InField(in.field(), part)));
      case QueryNode.TextUnit _, QueryNode.Near _, QueryNode.NotNear _, QueryNode.AtLeast _ ->
          parts.add(node);
      case QueryNode.Not _, QueryNode.Everything _, QueryNode.Condition _ -> {
        // asks for no word
      }
    }
  }
}
