package broadsheet.query;

import java.util.Optional;
import java.util.regex.Pattern;

/** The words that join, negate or count. In capitals; in any case before a slash or a digit. */
final class Operators {
  private static final Pattern PROXIMITY =
      Pattern.compile("NEAR|ADJ|(?i:(?:near|adj)/?\\d{1,9}|(?:near|adj|w|pre)/(?:\\d{1,9}|[sp]))");
  private static final Pattern AT_LEAST = Pattern.compile("ATLEAST|(?i:atleast/?\\d{1,9})");
  private static final int LONGEST = 20;

  private Operators() {}

  /** What a word standing alone does to its neighbours; empty when it is a word to search for. */
  static Optional<Token.Kind> named(String word) {
    return switch (word) {
      case "AND", "&&" -> Optional.of(Token.Kind.AND);
      case "OR" -> Optional.of(Token.Kind.OR);
      case "NOT" -> Optional.of(Token.Kind.NOT);
      default -> counting(word);
    };
  }

  private static Optional<Token.Kind> counting(String word) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    if (PROXIMITY.matcher(word).matches()) {
      return Optional.of(Token.Kind.PROXIMITY);
    }
    return AT_LEAST.matcher(word).matches() ? Optional.of(Token.Kind.AT_LEAST) : Optional.empty();
  }

  /** Whether the word would have joined or negated, had it been in capitals. */
  static boolean isInSmallLetters(String word) {
    return word.equals("and") || word.equals("or") || word.equals("not");
  }
}
