package broadsheet.corpus.encoding;

/** What may stand before the first element of a page or feed: blanks, comments, declarations. */
public final class Prologue {
  private Prologue() {}

  /** The text from the first thing on that is none of these; empty if there is nothing else. */
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

  /** Behind what begins here and ends so; here if nothing does. */
  private static int after(String text, int at, String begin, String end) {
    if (!text.startsWith(begin, at)) {
      return at;
    }
    int ending = text.indexOf(end, at + begin.length());
    return ending < 0 ? at : ending + end.length();
  }
}
