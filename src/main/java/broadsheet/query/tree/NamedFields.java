package broadsheet.query.tree;

import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.EnumSet;
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
    if (node instanceof QueryNode.InField in) {
      if (in.field() != QueryField.ID) {
        named.add(in.field());
      }
    } else if (!(node instanceof QueryNode.Not)) { // its fields cannot be combined with others
      node.parts().forEach(part -> add(part, named));
    }
  }
}
