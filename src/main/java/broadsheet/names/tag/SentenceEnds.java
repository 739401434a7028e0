package broadsheet.names.tag;

import broadsheet.names.word.WordShape;
import java.util.List;

/** Cuts a paragraph into sentences. */
final class SentenceEnds {

  private static final int LONGEST = 120;

  private SentenceEnds() {}

  /** The place after the last word of the sentence that begins at a word. */
  static int end(List<NameWord> words, int from) {
    for (int i = from; i < words.size(); i++) {
      if (i - from >= LONGEST) {
        return i;
      }
      if (isStop(words.get(i))) {
        int next = i + 1;
        while (next < words.size() && isClosing(words.get(next))) {
          next++;
        }
        if (next >= words.size() || words.get(next).shape() != WordShape.SMALL) {
          return next;
        }
      }
    }
    return words.size();
  }

  private static boolean isStop(NameWord word) {
    return word.is(".") || word.is("!") || word.is("?") || word.is("\u2026") || word.is(";");
  }

  private static boolean isClosing(NameWord word) {
    return word.is("\u201d") || word.is("\u2019") || word.is(")") || word.is(".");
  }
}
