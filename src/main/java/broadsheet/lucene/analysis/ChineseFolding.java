package broadsheet.lucene.analysis;

import com.ibm.icu.text.Transliterator;

/**
 * Traditional Chinese characters as the simplified ones, one for one, so that either finds the
 * other. By ICU's table; thread-safe.
 */
final class ChineseFolding {

  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9FFF';

  private static final char[] SIMPLIFIED = simplified();

  private ChineseFolding() {}

  static boolean concerns(char c) {
    return c >= FIRST && c <= LAST;
  }

  /** The simplified character; the same where there is no other. */
  static char of(char c) {
    return SIMPLIFIED[c - FIRST];
  }

  /** Asks for all characters at once, a blank between any two so that none makes a word. */
  private static char[] simplified() {
    char[] table = new char[LAST - FIRST + 1];
    StringBuilder all = new StringBuilder(2 * table.length);
    for (char c = FIRST; c <= LAST; c++) {
      all.append(c).append(' ');
    }
    String folded =
        Transliterator.getInstance("Traditional-Simplified").transliterate(all.toString());
    String[] each = folded.split(" ", -1);
    for (int i = 0; i < table.length; i++) {
      table[i] = each[i].length() == 1 ? each[i].charAt(0) : (char) (FIRST + i);
    }
    return table;
  }
}
