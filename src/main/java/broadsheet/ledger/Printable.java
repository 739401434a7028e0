package broadsheet.ledger;

import java.util.Locale;

/**
 * Escapes text from files, such as their names, so that it is safe to print. A control character
 * could move the cursor, colour or retitle a terminal; a bidirectional override shows a name as
 * another. They are written as JSON writes them: {@code \u001b}.
 */
public final class Printable {
  private Printable() {}

  /** A text on one line: line breaks and tabs are written as {@code \n} and the like, too. */
  public static String line(String raw) {
    return written(raw, true);
  }

  /** A text of any number of lines. */
  public static String text(String raw) {
    return written(raw, false);
  }

  private static String written(String raw, boolean isLine) {
    int first = 0;
    while (first < raw.length() && isSafe(raw.charAt(first), isLine)) {
      first++;
    }
    if (first == raw.length()) {
      return raw;
    }
    StringBuilder written = new StringBuilder(raw.length() + 16).append(raw, 0, first);
    for (int i = first; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (isSafe(c, isLine)) {
        written.append(c);
      } else {
        written.append(escaped(c));
      }
    }
    return written.toString();
  }

  private static boolean isSafe(char c, boolean isLine) {
    if (c >= ' ' && c < 0x7f) {
      return true;
    }
    boolean isBreak = c == '\n' || c == '\t' || System.lineSeparator().indexOf(c) >= 0;
    boolean isControl = c < ' ' || (c >= 0x7f && c < 0xa0);
    boolean isSeparator = c == '\u2028' || c == '\u2029';
    boolean isDirection = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    return isBreak ? !isLine : !isControl && !isSeparator && !isDirection;
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
    };
  }
}
