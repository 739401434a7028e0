package broadsheet.lucene.statistics;

import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/**
 * A term statistic, the answer to a {@link StatisticRequest}: of one part of an archive, or of all.
 * Immutable.
 */
public sealed interface GlobalStatistic {

  /**
   * The archive as a whole.
   *
   * @param documents the number of documents
   * @param languages the languages in which its articles are stemmed, with the number of articles
   *     in each
   * @param hasFamilies whether any article has ever had a reprint
   */
  record Whole(int documents, Map<String, Integer> languages, boolean hasFamilies)
      implements GlobalStatistic {}

  /** The number of documents with a term. */
  record Articles(int count) implements GlobalStatistic {}

  /**
   * Statistics on the length of the texts in a field.
   *
   * @param texts the number of documents with the field
   * @param words the number of words in them
   */
  record Lengths(long texts, long words) implements GlobalStatistic {}

  /**
   * The most frequent of some terms.
   *
   * @param terms the most frequent first, ties in the order of their bytes
   * @param isCut whether there are more
   */
  record Terms(List<Counted> terms, boolean isCut) implements GlobalStatistic {}

  /** A term with the number of documents that have it. */
  record Counted(BytesRef term, int articles) {}
}
