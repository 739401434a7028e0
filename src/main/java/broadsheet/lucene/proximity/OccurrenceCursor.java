package broadsheet.lucene.proximity;

import java.io.IOException;
import java.util.BitSet;

/**
 * A span matcher in one segment: finds, article by article, where something occurs. Not
 * thread-safe.
 */
interface OccurrenceCursor {

  /**
   * The occurrences in an article; none when there are none. Valid until asked for another article.
   *
   * @param document not smaller than any asked for before
   */
  Stretches at(int document) throws IOException;

  /**
   * Whether there is an occurrence in an article; an alternative to {@link #at}.
   *
   * @param document greater than any asked for before
   */
  default boolean isIn(int document) throws IOException {
    return at(document).size() > 0;
  }

  /**
   * Reports the words of some of the occurrences found last.
   *
   * @param chosen their indexes
   */
  void mark(BitSet chosen, Marks marks);

  /** Receives words of an occurrence, with their offsets in the field's text, end exclusive. */
  interface Marks {
    void add(int startWord, int endWord, int startOffset, int endOffset);
  }
}
