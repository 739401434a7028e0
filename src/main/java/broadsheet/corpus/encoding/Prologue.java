package broadsheet.corpus.encoding;

/**
 * Skips whatever may precede the first element of a page or feed: white space, comments,
 * declarations.
 */
public final class Prologue {
  private Prologue() {}

  /** The text after the prologue; empty if there is nothing else. */
  public static String after(String text) {
    int at = 0;
    for (int before = -1; at > before; ) {
      before = at;
      at = afterBlanks(text, at);
      at = after(text, at, "<!--", "-->");
      at = after(text, at, "<?", ">");
    }
    return text.substring(at);
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The position after a section with this beginning and end; unchanged if there is none here. */
  private static int after(String text, int at, String begin, String end) {
    if (!text.startsWith(begin, at)) {
      return at;
    }
    int ending = text.indexOf(end, at + begin.length());
    return ending < 0 ? at : ending + end.length();
  }
}
