package broadsheet.lucene.facts;

import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/**
 * A term statistic, the answer to a {@link Lookup}: of one part of an archive, or of all.
 * Immutable.
 */
public sealed interface Fact {

  /**
   * The archive as a whole.
   *
   * @param documents the number of documents
   * @param languages the languages in which its articles are stemmed, with the number of articles
   *     in each
   * @param hasFamilies whether any article has ever had a reprint
   */
  record Whole(int documents, Map<String, Integer> languages, boolean hasFamilies)
      implements Fact {}

  /** The number of documents with a term. */
  record Articles(int count) implements Fact {}

  /**
   * Statistics on the length of the texts in a field.
   *
   * @param texts the number of documents with the field
   * @param words the number of words in them
   */
  record Lengths(long texts, long words) implements Fact {}

  /**
   * The most frequent of some terms.
   *
   * @param terms the most frequent first, ties in the order of their bytes
   * @param isCut whether there are more
   */
  record Terms(List<Counted> terms, boolean isCut) implements Fact {}

  /** A term with the number of documents that have it. */
  record Counted(BytesRef term, int articles) {}
}
