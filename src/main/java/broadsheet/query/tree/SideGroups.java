package broadsheet.query.tree;

import broadsheet.query.QueryNode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Splits a proximity whose sides are groups of required units into one for each member. Stateless.
 */
public final class SideGroups {
  private SideGroups() {}

  /**
   * Splits a proximity whose wanted side is a group into one proximity per member, where the other
   * side cannot serve as the common place they are all near to; otherwise returns the node alone.
   */
  public static List<QueryNode> apart(QueryNode node) {
    return switch (node) {
      case QueryNode.Near near when isGroup(near.right()) ->
          each(near.left(), member -> new QueryNode.Near(member, near.right(), near.reach()));
      case QueryNode.NotNear not ->
          each(not.wanted(), member -> new QueryNode.NotNear(member, not.unwanted(), not.reach()));
      default -> List.of(node);
    };
  }

  private static List<QueryNode> each(QueryNode side, UnaryOperator<QueryNode> proximity) {
    return members(side).stream().map(proximity).toList();
  }

  private static boolean isGroup(QueryNode node) {
    return members(node).size() > 1;
  }

  /** The members of a group; any other node alone. */
  static List<QueryNode> members(QueryNode node) {
    return switch (node) {
      case QueryNode.Together all -> all.children();
      case QueryNode.AllOf all -> all.children();
      default -> List.of(node);
    };
  }
}
