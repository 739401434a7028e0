package broadsheet.query;

import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.FurnitureShown;
import broadsheet.query.QueryNode.Together;
import java.util.List;

/**
 * Queries that also search what sources repeat: each part without a field, or in the body, matches
 * there as well. The parser puts {@link FurnitureShown} beside the units of the root, from wherever
 * it was typed. Stateless.
 */
public final class ShownFurniture {

  static final String SHOW = "show";

  private static final QueryNode SHOWN = new FurnitureShown();

  private ShownFurniture() {}

  /** Whether a word right after {@code furniture:} is about the whole query. */
  static boolean isDirective(String word) {
    return word.equalsIgnoreCase(SHOW) || word.equalsIgnoreCase("hide");
  }

  /** Whether a query also searches what sources repeat. */
  public static boolean isIn(QueryNode query) {
    return query.equals(SHOWN) || query.parts().stream().anyMatch(ShownFurniture::isIn);
  }

  /** The query that also searches what sources repeat. */
  public static QueryNode with(QueryNode query) {
    return query instanceof Everything
        ? SHOWN
        : NormalForm.together(List.of(without(query), SHOWN)).orElseThrow();
  }

  /** The query as it was typed apart from that. */
  public static QueryNode without(QueryNode query) {
    List<QueryNode> units =
        query instanceof Together(List<QueryNode> children) ? children : List.of(query);
    List<QueryNode> others = units.stream().filter(unit -> !unit.equals(SHOWN)).toList();
    return others.size() == units.size()
        ? query
        : NormalForm.together(others).orElseGet(Everything::new);
  }
}
