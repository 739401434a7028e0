package broadsheet.lucene.proximity;

import java.io.IOException;
import java.util.BitSet;

/** Tells article by article where something occurs. Not shared between threads. */
interface OccurrenceCursor {

  /**
   * Where it occurs in an article; none when it does not. Valid until asked for another article.
   *
   * @param document not smaller than any asked for before
   */
  Stretches at(int document) throws IOException;

  /**
   * Whether it occurs in an article; as {@link #at}, and in its place.
   *
   * @param document greater than any asked for before
   */
  default boolean isIn(int document) throws IOException {
    return at(document).size() > 0;
  }

  /**
   * Says which words make up some of the occurrences found last.
   *
   * @param chosen their indexes
   */
  void mark(BitSet chosen, Marks marks);

  /** Takes words of an occurrence, with their offsets in the field's text, end exclusive. */
  interface Marks {
    void add(int startWord, int endWord, int startOffset, int endOffset);
  }
}
