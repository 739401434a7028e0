package broadsheet.lucene.statistics;

import broadsheet.lucene.snapshot.SpelledAlike;
import org.apache.lucene.util.BytesRef;

/**
 * A request for a global statistic of an archive, such as the document frequency of a term.
 * Immutable.
 */
public sealed interface StatisticRequest {

  /** The archive as a whole. */
  record Whole() implements StatisticRequest {}

  /** The number of documents with a term. */
  record Articles(String field, BytesRef term) implements StatisticRequest {}

  /** The number of documents in which one printed word directly follows another. */
  record SideBySide(String first, String second) implements StatisticRequest {}

  /** The number of documents that have two words. */
  record Together(String first, String second) implements StatisticRequest {}

  /** The number of documents in a language whose text has a printed word. */
  record InLanguage(String word, String language) implements StatisticRequest {}

  /** The length of the texts in a field. */
  record Lengths(String field) implements StatisticRequest {}

  /** The approximate number of different values in a field. */
  record Values(String field) implements StatisticRequest {}

  /** The most frequent of some terms. */
  sealed interface Frequent extends StatisticRequest {
    String field();

    /** The number of terms wanted, at least 1. */
    int most();
  }

  /**
   * The printed words of a field that match a pattern.
   *
   * @param pattern see {@link Automata}
   * @param shortest shorter words are skipped, in characters
   */
  record Expansion(String field, BytesRef pattern, int shortest, int most) implements Frequent {}

  /** The printed words of a field that are spelt like a word. */
  record Alike(String field, SpelledAlike wanted) implements Frequent {
    @Override
    public int most() {
      return wanted.most();
    }
  }

  /** The terms of a field that begin with exactly these letters. */
  record Beginning(String field, String prefix, int most) implements Frequent {}

  /**
   * The terms of a field that an automaton accepts.
   *
   * @param pattern see {@link Automata}
   */
  record Accepted(String field, BytesRef pattern, int most) implements Frequent {}
}
