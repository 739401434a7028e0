package broadsheet.lucene.facts;

import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/** The answer to a {@link Lookup}: of one part of an archive, or of all. Immutable. */
public sealed interface Fact {

  /**
   * The archive as a whole.
   *
   * @param documents how many
   * @param languages in which its articles are stemmed, with how many there are of each
   * @param hasFamilies whether any article has ever had a reprint
   */
  record Whole(int documents, Map<String, Integer> languages, boolean hasFamilies)
      implements Fact {}

  /** In how many documents a term is, deleted ones among them. */
  record Articles(int count) implements Fact {}

  /**
   * How long the texts of a field are.
   *
   * @param documents how many there are
   * @param texts how many of them have the field; 0 where none has
   * @param words in all of them
   * @param postings how many terms they have
   */
  record Lengths(long documents, long texts, long words, long postings) implements Fact {}

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
