package broadsheet.query.tree;

import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the fields that a part of a query names. Stateless. */
public final class NamedFields {
  private NamedFields() {}

  public static Set<QueryField> of(QueryNode node) {
    Set<QueryField> named = EnumSet.noneOf(QueryField.class);
    add(node, named);
    return named;
  }

  private static void add(QueryNode node, Set<QueryField> named) {
    switch (node) {
      case QueryNode.InField in -> {
        if (in.field() != QueryField.ID) {
          named.add(in.field());
        }
      }
      case QueryNode.Together all -> addAll(all.children(), named);
      case QueryNode.AllOf all -> addAll(all.children(), named);
      case QueryNode.AnyOf any -> addAll(any.children(), named);
      case QueryNode.Near near -> addAll(List.of(near.left(), near.right()), named);
      case QueryNode.NotNear not -> addAll(List.of(not.wanted(), not.unwanted()), named);
      case QueryNode.AtLeast(int _, QueryNode child) -> add(child, named);
      case QueryNode.Boosted boosted -> add(boosted.child(), named);
      case QueryNode.Not _,
          QueryNode.Everything _,
          QueryNode.Word _,
          QueryNode.ExactWord _,
          QueryNode.Phrase _,
          QueryNode.Wildcard _,
          QueryNode.Fuzzy _,
          QueryNode.DateRange _,
          QueryNode.DateUnknown _,
          QueryNode.OnList _,
          QueryNode.NumberRange _ -> {
        // names no field, or one that cannot be combined with others
      }
    }
  }

  private static void addAll(List<QueryNode> nodes, Set<QueryField> named) {
    nodes.forEach(node -> add(node, named));
  }
}
