package broadsheet.query.token;

import java.text.Normalizer;

/** Classifies single characters for the query parser, in every script. */
public final class Characters {
  private static final String KEPT_AT_ENDS = "#@%/_*?";
  private static final String DROPPED_AT_START = "<>+~^`";
  private static final String DROPPED_AT_END = "<>=`";

  private Characters() {}

  public static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether the character ends a word in any context. Quotes are not included. */
  public static boolean endsWord(char c) {
    return isBlank(c) || "()|[]{}—―…".indexOf(c) >= 0;
  }

  /** Whether an engine can find the character: a letter, a number, a pictograph. */
  static boolean isSearchable(int c) {
    return Character.isAlphabetic(c)
        || Character.isDigit(c)
        || Character.getType(c) == Character.OTHER_NUMBER
        || Character.isEmojiPresentation(c)
        || Character.isExtendedPictographic(c);
  }

  public static boolean hasSearchable(String text) {
    return text.codePoints().anyMatch(Characters::isSearchable);
  }

  public static boolean isDroppedAtStart(char c) {
    return isPunctuation(c) || DROPPED_AT_START.indexOf(c) >= 0;
  }

  static boolean isDroppedAtEnd(char c) {
    return isPunctuation(c) || DROPPED_AT_END.indexOf(c) >= 0;
  }

  private static boolean isPunctuation(char c) {
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          KEPT_AT_ENDS.indexOf(c) < 0;
      default -> false;
    };
  }

  /**
   * The text's first {@code length} characters, or one fewer where a surrogate pair would be split.
   */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splitsPair ? length - 1 : length);
  }

  /**
   * Cleans a text of characters nobody types on purpose: control characters and unpaired surrogates
   * become blanks, invisible formatting characters are removed, and accents are composed with their
   * letters, as in the articles.
   */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isDisplayMark(c))
        .forEach(c -> clean.appendCodePoint(isRubble(c) ? ' ' : c));
    return Normalizer.normalize(clean, Normalizer.Form.NFC);
  }

  private static boolean isRubble(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
  }

  private static boolean isDisplayMark(int c) {
    return c == 0xAD
        || c == 0x200B
        || c == 0xFEFF
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069);
  }
}
