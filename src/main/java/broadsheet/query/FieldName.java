package broadsheet.query;

import broadsheet.query.token.Characters;
import broadsheet.query.token.Notes;
import broadsheet.query.token.Quotes;
import broadsheet.query.token.Token;
import java.util.Optional;

/**
 * The name of a field before the text searched in it: {@code title:}, and as other tools write it
 * {@code hd=} (Factiva), {@code wc>500} and {@code headline(} (Nexis).
 *
 * @param name as typed
 * @param sign the sign after the name
 * @param end the position of what is searched in the field
 */
record FieldName(String name, char sign, int end) {

  /** A name with a colon at a position of the query. */
  static Optional<FieldName> withColon(String query, int from) {
    return at(query, from).filter(field -> field.sign == ':');
  }

  /**
   * A name at a position of the query; empty where the text is no field, or where nothing follows a
   * sign that is not our colon.
   */
  static Optional<FieldName> at(String query, int from) {
    int end = Math.min(query.length(), from + Scope.LONGEST_NAME + 1);
    int at = from;
    while (at < end && ":=<>(".indexOf(query.charAt(at)) < 0) {
      at++;
    }
    return at < end ? ending(query, from, at) : Optional.empty();
  }

  private static Optional<FieldName> ending(String query, int from, int at) {
    String name = query.substring(from, at);
    char sign = query.charAt(at);
    return Scope.named(name)
        .filter(scope -> sign == ':' || (hasValueAt(query, at + 1) && takes(scope, sign)))
        .filter(_ -> sign != '(' || !isPlural(query, at))
        .map(_ -> new FieldName(name, sign, ":=".indexOf(sign) < 0 ? at : at + 1));
  }

  private static boolean takes(Scope scope, char sign) {
    return switch (scope) {
      case Scope.Dates(Scope.DateForm form) -> sign == '=' || form.takesRanges();
      case Scope.Numbers _ -> sign != '(';
      case Scope.Within _ -> sign == '=' || sign == '(';
      case Scope.Lists _, Scope.Anywhere _ -> sign == '=';
    };
  }

  private static boolean hasValueAt(String query, int at) {
    if (at >= query.length()) {
      return false;
    }
    char next = query.charAt(at);
    return next == '(' || Quotes.opensAt(query, at) || !Characters.endsWord(next);
  }

  /** {@code author(s)}. */
  private static boolean isPlural(String query, int parenthesis) {
    return query.startsWith("(s)", parenthesis);
  }

  /** The token of the name, with a note if another tool writes it so. */
  Token token(Notes notes) {
    if (sign == ':') {
      return new Token(Token.Kind.FIELD, name);
    }
    String label = Scope.named(name).orElseThrow().label();
    String rest = sign == '=' ? ":" : ":" + sign;
    notes.add(Notes.quoted(name + sign) + " was read as " + Notes.quoted(label + rest));
    return new Token(Token.Kind.FIELD, label);
  }
}
