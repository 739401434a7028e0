package broadsheet.lucene.analysis;

import com.ibm.icu.text.Transliterator;

/**
 * Maps traditional Chinese characters to simplified ones, one to one, so that either finds the
 * other. Uses ICU's table. Thread-safe.
 */
final class ChineseFolding {

  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9FFF';

  private ChineseFolding() {}

  /** Made for the first Chinese character: ICU takes as long as the program takes to start. */
  private static final class Table {
    private static final char[] SIMPLIFIED = simplified();
  }

  static boolean concerns(char c) {
    return c >= FIRST && c <= LAST;
  }

  /** The simplified character; the character itself if there is none. */
  static char of(char c) {
    return Table.SIMPLIFIED[c - FIRST];
  }

  /**
   * Converts all characters in one pass, separated by blanks so that none is taken as part of a
   * word.
   */
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
    settle(table);
    return table;
  }

  /**
   * Makes what is folded stay as it is when folded again. ICU simplifies some characters in two
   * steps, and exchanges 苎 and 苧.
   */
  private static void settle(char[] table) {
    char[] once = table.clone();
    for (int i = 0; i < table.length; i++) {
      char next = once[table[i] - FIRST];
      char last = once[next - FIRST];
      table[i] = last == table[i] ? (char) Math.min(next, last) : last;
    }
  }
}
