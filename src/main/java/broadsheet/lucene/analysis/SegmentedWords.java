package broadsheet.lucene.analysis;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * The words of a text in a script without blanks between them, by ICU's dictionaries. They are for
 * display only; the index holds single characters. Not thread-safe.
 */
public final class SegmentedWords {
  private final String text;
  private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);

  public SegmentedWords(String text) {
    this.text = text;
    words.setText(text);
  }

  /**
   * The word around a stretch of text.
   *
   * @param start the offset at which the stretch begins, in UTF-16 units
   * @param end the offset at which it ends, exclusive
   * @return empty if it is in no single word
   */
  public String around(int start, int end) {
    int after = words.following(start);
    if (after == BreakIterator.DONE || after < end) {
      return "";
    }
    return text.substring(words.previous(), after);
  }
}
