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
import broadsheet.query.QueryNode.OnList;
import broadsheet.query.QueryNode.Together;
import java.util.LinkedHashSet;
import java.util.List;
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
    return switch (root) {
      case OnList(String list, Set<String> _) -> new OnList(list, articles.apply(list));
      case Together(List<QueryNode> children) -> new Together(all(children, articles));
      case AllOf(List<QueryNode> children) -> new AllOf(all(children, articles));
      case AnyOf(List<QueryNode> children) -> new AnyOf(all(children, articles));
      case Not(QueryNode child) -> new Not(filled(child, articles));
      case Near near ->
          new Near(filled(near.left(), articles), filled(near.right(), articles), near.reach());
      case NotNear near ->
          new NotNear(
              filled(near.wanted(), articles), filled(near.unwanted(), articles), near.reach());
      case AtLeast(int count, QueryNode child) -> new AtLeast(count, filled(child, articles));
      case InField in -> new InField(in.field(), filled(in.child(), articles));
      case Boosted(QueryNode child, float factor) -> new Boosted(filled(child, articles), factor);
      default -> root;
    };
  }

  private static List<QueryNode> all(
      List<QueryNode> children, Function<String, Set<String>> articles) {
    return children.stream().map(child -> filled(child, articles)).toList();
  }
}
