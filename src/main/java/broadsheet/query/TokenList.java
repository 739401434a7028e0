package broadsheet.query;

import broadsheet.query.token.Notes;
import broadsheet.query.token.Phrases;
import broadsheet.query.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Collects tokens and keeps them well-formed: limited in number, a field always directly before the
 * words searched in it, a minus directly before the part it excludes.
 */
final class TokenList {
  static final int MOST_UNITS = 1_000;
  private static final int MOST_TOKENS = 20_000;

  private final Notes notes;
  private final List<Token> tokens = new ArrayList<>();
  private int units;
  private int lastEnd;
  private int depth;

  /** The depth of the outermost open group that follows a field; 0 if there is none. */
  private int depthOfField;

  TokenList(Notes notes) {
    this.notes = notes;
  }

  boolean isFull() {
    return units >= MOST_UNITS || tokens.size() >= MOST_TOKENS;
  }

  /** The number of further words that fit. */
  int unitsLeft() {
    return Math.max(0, MOST_UNITS - units);
  }

  /** Whether a field's colon comes directly before a position in the text. */
  boolean isAfterField(int start) {
    return fieldBefore(start).isPresent();
  }

  /** Whether a value of the field {@code id} begins at a position. */
  boolean isAfterIdField(int start) {
    return fieldBefore(start).filter(QueryField.ID.label()::equalsIgnoreCase).isPresent();
  }

  /** The field whose colon comes directly before a position in the text. */
  Optional<String> fieldBefore(int start) {
    return start == lastEnd && isLast(Token.Kind.FIELD)
        ? Optional.of(tokens.getLast().text())
        : Optional.empty();
  }

  /** The scope that this field names; empty too where it is none. */
  Optional<Scope> scopeBefore(int start) {
    return fieldBefore(start).flatMap(Scope::named);
  }

  /** Whether there are several tokens so far, all of them words. */
  boolean isText() {
    return tokens.size() > 1 && tokens.stream().allMatch(t -> t.kind() == Token.Kind.WORD);
  }

  /** Whether a unit of its own, not the right side of a distance, is next in a field's group. */
  boolean endInFieldOfGroup() {
    return depthOfField > 0 && !isLast(Token.Kind.PROXIMITY);
  }

  /** Adds a token that spans {@code start} to {@code end}; false when there is no room. */
  boolean add(Token token, int start, int end) {
    settleBefore(token.kind(), start);
    int count = unitsOf(token);
    if (units >= MOST_UNITS && (count > 0 || token.kind() == Token.Kind.FIELD)) {
      return false;
    }
    noteDepth(token.kind(), start);
    tokens.add(token);
    units += count;
    lastEnd = end;
    return true;
  }

  private void noteDepth(Token.Kind kind, int start) {
    if (kind == Token.Kind.OPEN) {
      depth++;
      depthOfField = depthOfField == 0 && isAfterField(start) ? depth : depthOfField;
    } else if (kind == Token.Kind.CLOSE) {
      depthOfField = depthOfField == depth ? 0 : depthOfField;
      depth--;
    }
  }

  /** Decides the kind of the last token, now that the text after it is known. */
  void settleBefore(Token.Kind kind, int start) {
    if (!(kind.startsUnit() && start == lastEnd)) {
      noteLoneExclamation(kind);
      settle();
    }
  }

  /** In other query languages it also excludes a part after blanks. */
  private void noteLoneExclamation(Token.Kind next) {
    if (next.startsUnit() && isLast(Token.Kind.MINUS) && tokens.getLast().text().equals("!")) {
      notes.add("a lone `!` was left out; write `!word` or `NOT word` to exclude a word");
    }
  }

  private static int unitsOf(Token token) {
    return switch (token.kind()) {
      case WORD, RANGE -> 1;
      case PHRASE -> Phrases.wordCount(token.text());
      case FIELD, MINUS, NOT, AND, OR, PROXIMITY, AT_LEAST, OPEN, CLOSE -> 0;
    };
  }

  /**
   * A minus with nothing directly after it is a dash; a field's name with nothing to search in it
   * is a word.
   */
  private void settle() {
    while (isLast(Token.Kind.MINUS)) {
      tokens.removeLast();
    }
    if (isLast(Token.Kind.FIELD)) {
      String name = tokens.removeLast().text();
      tokens.add(new Token(Token.Kind.WORD, name));
      units++;
      notes.add(Notes.quoted(name + ":") + " had nothing right after it; searched as a word");
    }
  }

  private boolean isLast(Token.Kind kind) {
    return !tokens.isEmpty() && tokens.getLast().kind() == kind;
  }

  /** All the tokens, with open parentheses closed. */
  List<Token> closed(int openParentheses) {
    settle();
    if (openParentheses > 0) {
      notes.add("closed your parenthesis");
    }
    for (int i = 0; i < openParentheses; i++) {
      tokens.add(new Token(Token.Kind.CLOSE, ")"));
    }
    for (int i = 1; i + 1 < tokens.size(); i++) {
      noteSmallLetters(i);
    }
    return tokens;
  }

  private void noteSmallLetters(int i) {
    Token token = tokens.get(i);
    if (token.kind() == Token.Kind.WORD
        && Operators.isInSmallLetters(token.text())
        && tokens.get(i - 1).kind().endsUnit()
        && tokens.get(i + 1).kind().startsUnit()) {
      String word = token.text();
      String capitals = word.toUpperCase(Locale.ROOT);
      notes.add("`" + word + "` in lower case was searched as a word; write " + capitals);
    }
  }
}
