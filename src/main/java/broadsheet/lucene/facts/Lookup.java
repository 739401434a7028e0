package broadsheet.lucene.facts;

import org.apache.lucene.util.BytesRef;

/** Something that must be known of all parts of an archive. Immutable. */
public sealed interface Lookup {

  /** The archive as a whole. */
  record Whole() implements Lookup {}

  /** In how many documents a term is. */
  record Articles(String field, BytesRef term) implements Lookup {}

  /** How long the texts of a field are. */
  record Lengths(String field) implements Lookup {}

  /** About how many different values a field has. */
  record Values(String field) implements Lookup {}

  /** The most frequent of some terms. */
  sealed interface Frequent extends Lookup {
    String field();

    /** How many of them, at least 1. */
    int most();
  }

  /**
   * The printed words of a field that match a pattern.
   *
   * @param pattern see {@link Automata}
   * @param shortest shorter words are skipped, in characters
   */
  record Expansion(String field, BytesRef pattern, int shortest, int most) implements Frequent {}

  /** The terms of a field that begin with exactly these letters. */
  record Beginning(String field, String prefix, int most) implements Frequent {}

  /**
   * The terms of a field that an automaton accepts.
   *
   * @param pattern see {@link Automata}
   */
  record Accepted(String field, BytesRef pattern, int most) implements Frequent {}
}
