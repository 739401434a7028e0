package broadsheet.query.token;

/** Matches opening and closing quotation marks of the scripts that news is written in. */
public final class Quotes {
  private static final String OPENING = "\"＂“”„‟«»‹›「『";
  private static final String ALL = OPENING + "」』";

  private Quotes() {}

  /** Whether a phrase may start here. */
  public static boolean opensAt(String text, int at) {
    return OPENING.indexOf(text.charAt(at)) >= 0 && !isInsideHebrewWord(text, at);
  }

  /**
   * Whether there is a quotation mark here. One inside a Hebrew abbreviation counts as a letter.
   */
  public static boolean isAt(String text, int at) {
    return ALL.indexOf(text.charAt(at)) >= 0 && !isInsideHebrewWord(text, at);
  }

  /** The position where a phrase closes; -1 when it does not. */
  public static int closeOf(String text, int opening) {
    char opener = text.charAt(opening);
    int nested = 0;
    for (int at = opening + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (nested > 0 && c == '”') {
        nested--;
      } else if (closes(opener, c) && isAt(text, at)) {
        return at;
      } else if (c == '“') {
        nested++;
      }
    }
    return -1;
  }

  /** The text with a blank in place of each quotation mark. */
  static String without(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      if (isAt(text, at)) {
        plain.setCharAt(at, ' ');
      }
    }
    return plain.toString();
  }

  private static boolean closes(char opener, char c) {
    String closers =
        switch (opener) {
          case '"', '＂', '“', '‟' -> "\"＂”";
          case '”', '„' -> "\"＂”“";
          case '«' -> "»";
          case '»' -> "«»";
          case '‹' -> "›";
          case '›' -> "‹›";
          case '「' -> "」";
          default -> "』";
        };
    return closers.indexOf(c) >= 0;
  }

  private static boolean isInsideHebrewWord(String text, int at) {
    return text.charAt(at) == '"'
        && at > 0
        && at + 1 < text.length()
        && isHebrew(text.charAt(at - 1))
        && isHebrew(text.charAt(at + 1));
  }

  private static boolean isHebrew(char c) {
    return c >= 'א' && c <= 'ת';
  }
}
