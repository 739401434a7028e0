package broadsheet.corpus.text;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Resolves the character references of SGML and HTML, such as the one for an ampersand. */
public final class Entities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

  private static final int LONGEST = 34;
  private static final int LAST_CONTROL = 0x1f;
  private static final int DELETE = 0x7f;

  private Entities() {}

  /**
   * The text with every complete reference resolved; references to control characters are dropped.
   */
  public static String resolved(String text) {
    int from = text.indexOf('&');
    if (from < 0) {
      return text;
    }
    StringBuilder resolved = new StringBuilder(text.length());
    int done = 0;
    for (; from >= 0; from = text.indexOf('&', from + 1)) {
      int end = text.indexOf(';', from, Math.min(text.length(), from + LONGEST)) + 1;
      if (isReference(text, from, end)) {
        resolved.append(text, done, from).append(character(text.substring(from, end)));
        done = end;
      }
    }
    return resolved.append(text, done, text.length()).toString();
  }

  private static boolean isReference(String text, int from, int end) {
    return end > from && REFERENCE.matcher(text).region(from, end).matches();
  }

  private static String character(String reference) {
    return switch (reference) {
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&amp;" -> "&";
      case "&quot;" -> "\"";
      default -> isControl(reference) ? "" : Parser.unescapeEntities(reference, true);
    };
  }

  private static boolean isControl(String text) {
    if (text.charAt(1) != '#' || !Character.isDigit(text.charAt(2))) {
      return false;
    }
    int code = Integer.parseInt(text.substring(2, text.length() - 1));
    return (code <= LAST_CONTROL && code != '\n' && code != '\t' && code != '\r') || code == DELETE;
  }
}
