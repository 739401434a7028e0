package broadsheet.lucene.analysis;

import java.util.Set;

/** What the terms of the index look like. */
public final class Terms {

  /**
   * Stands before a term that is a stem and not a word as printed. No text holds it: control
   * characters are taken out of every article.
   */
  public static final char STEM_MARK = '\u0001';

  private static final Set<String> ELIDED =
      Set.of("l", "d", "m", "t", "qu", "n", "s", "j", "c", "jusqu", "lorsqu", "puisqu", "quoiqu");

  private Terms() {}

  static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '\u2018', '\u2019', '\u201B', '\u02BC', '\u2032', '\u00B4', '`', '\uFF07' -> true;
      default -> false;
    };
  }

  /** How many characters at the start are an elided French or Italian word ({@code l'}). */
  static int elisionLength(char[] word, int length) {
    for (int i = 1; i < Math.min(length - 1, 7); i++) {
      if (word[i] == '\'') {
        boolean isElision = length - i > 2 && ELIDED.contains(new String(word, 0, i));
        return isElision ? i + 1 : 0;
      }
    }
    return 0;
  }

  /** How many characters at the end are an English possessive ({@code 's} or {@code '}). */
  static int possessiveLength(char[] word, int length) {
    if (length > 2 && word[length - 1] == 's' && word[length - 2] == '\'') {
      return 2;
    }
    return length > 1 && word[length - 1] == '\'' ? 1 : 0;
  }
}
