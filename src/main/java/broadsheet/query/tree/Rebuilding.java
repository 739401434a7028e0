package broadsheet.query.tree;

import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.AtLeast;
import broadsheet.query.QueryNode.Boosted;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Near;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.NotNear;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.Reach;
import java.util.List;
import java.util.function.UnaryOperator;

/** Replaces the parts of a node and keeps what joins them. Stateless. */
final class Rebuilding {
  private Rebuilding() {}

  /** The node with each of its direct parts replaced; a leaf stays as it is. */
  static QueryNode of(QueryNode node, UnaryOperator<QueryNode> part) {
    return switch (node) {
      case QueryNode.Leaf leaf -> leaf;
      case Together(List<QueryNode> children) -> new Together(all(children, part));
      case AllOf(List<QueryNode> children) -> new AllOf(all(children, part));
      case AnyOf(List<QueryNode> children) -> new AnyOf(all(children, part));
      case Not(QueryNode child) -> new Not(part.apply(child));
      case Near(QueryNode left, QueryNode right, Reach reach) ->
          new Near(part.apply(left), part.apply(right), reach);
      case NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) ->
          new NotNear(part.apply(wanted), part.apply(unwanted), reach);
      case AtLeast(int count, QueryNode child) -> new AtLeast(count, part.apply(child));
      case InField in -> new InField(in.field(), part.apply(in.child()));
      case Boosted(QueryNode child, float factor) -> new Boosted(part.apply(child), factor);
    };
  }

  private static List<QueryNode> all(List<QueryNode> children, UnaryOperator<QueryNode> part) {
    return children.stream().map(part).toList();
  }
}
