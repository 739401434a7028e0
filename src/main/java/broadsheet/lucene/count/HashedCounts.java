package broadsheet.lucene.count;

import org.apache.lucene.util.BytesRef;

/**
 * The facet counts of one part of an archive, keyed by the hashes of the values.
 *
 * @param counts for each value its hash, 8 bytes, and the number of its hits, a variable integer
 * @param others the most hits that a value outside the list can have
 */
public record HashedCounts(BytesRef counts, int others) {

  /** A list shorter than this has all values. */
  static final int FEW = 1 << 16;
}
