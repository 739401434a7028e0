package broadsheet.corpus.pdf;

/**
 * Bullets of lists, which slides consist of. Private characters are those of symbol fonts, such as
 * Wingdings, at U+F000 to U+F0FF. Stateless.
 */
final class Bullets {
  private static final String ALL =
      "\u2022\u2023\u2043\u2219\u25a0\u25a1\u25aa\u25ab\u25b6\u25b8\u25ba"
          + "\u25c6\u25c7\u25cb\u25cf\u25e6\u2713\u2714\u2756\u27a2\u27a4\u00b7";

  private Bullets() {}

  /** Whether a line is an item of a list from its first word. */
  static boolean begins(Line line) {
    return line.words().size() > 1 && is(line.words().getFirst());
  }

  /** Whether a line is set below the text of an item, not below its bullet. */
  static boolean isHanging(Line line, Line item) {
    return begins(item)
        && Math.abs(line.box().left() - item.words().get(1).box().left()) < line.size() / 2;
  }

  /** Whether a word is nothing but a bullet. */
  static boolean is(Word word) {
    String text = word.text();
    return text.length() == 1
        && (ALL.indexOf(text.charAt(0)) >= 0
            || (text.charAt(0) >= '\uf000' && text.charAt(0) <= '\uf0ff'));
  }
}
