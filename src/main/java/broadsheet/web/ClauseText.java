package broadsheet.web;

import broadsheet.query.QueryNode;

/** Writes a part of a query as it may be typed. */
final class ClauseText {
  private ClauseText() {}

  static String of(QueryNode clause) {
    return switch (clause) {
      case QueryNode.Word word -> word.text();
      case QueryNode.Phrase phrase -> "\"" + phrase.text() + "\"";
      case QueryNode.InField field -> field.field().label() + ":" + of(field.child());
      default -> clause.toString();
    };
  }
}
