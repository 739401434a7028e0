package broadsheet.query.tree;

import broadsheet.query.LoneYear;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The two halves of a query for search by meaning: plain words, which an article may match by
 * meaning alone, and required conditions.
 *
 * @param text the plain words, as typed
 * @param required phrases, exact words, patterns, fields, dates, exclusions and all other units
 */
public record PlainWords(String text, List<QueryNode> required) {

  /** Splits a query; empty when it has no plain words separated by blanks. */
  public static Optional<PlainWords> of(QueryNode root) {
    List<QueryNode> units =
        root instanceof QueryNode.Together together ? together.children() : List.of(root);
    StringJoiner text = new StringJoiner(" ");
    text.setEmptyValue("");
    List<QueryNode> required = new ArrayList<>();
    for (QueryNode unit : units) {
      Optional<String> word = word(unit).map(QueryNode.Word::text);
      word.ifPresentOrElse(text::add, () -> required.add(unit));
    }
    return text.toString().isEmpty()
        ? Optional.empty()
        : Optional.of(new PlainWords(text.toString(), required));
  }

  /** The plain word of a unit, boosted or not; empty for any other unit. */
  public static Optional<QueryNode.Word> word(QueryNode unit) {
    return unit instanceof QueryNode.Boosted(QueryNode child, float _)
        ? word(child)
        : LoneYear.plainWord(unit);
  }
}
