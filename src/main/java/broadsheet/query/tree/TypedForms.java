package broadsheet.query.tree;

import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.ExactWord;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Word;
import java.util.List;
import java.util.function.Predicate;

/** Restricts the words of a query to the forms that were typed. Stateless. */
public final class TypedForms {
  private TypedForms() {}

  /**
   * The query with every word as typed alone, as if each had an equals sign. Patterns, phrases and
   * fields that are no text stay as they are, and so do optional words beside others, which no line
   * is of.
   *
   * @param isOptional whether a part is a stop word
   */
  public static QueryNode of(QueryNode root, Predicate<QueryNode> isOptional) {
    return switch (root) {
      case Word(String text) -> new ExactWord(text);
      case InField(QueryField field, QueryNode _) when field.kind() != QueryField.Kind.TEXT -> root;
      case Together(List<QueryNode> children) when !children.stream().allMatch(isOptional) ->
          Rebuilding.of(root, child -> isOptional.test(child) ? child : of(child, isOptional));
      default -> Rebuilding.of(root, child -> of(child, isOptional));
    };
  }
}
