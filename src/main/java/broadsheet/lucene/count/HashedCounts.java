package broadsheet.lucene.count;

import org.apache.lucene.util.BytesRef;

/**
 * The hits of one part of an archive by the values of a facet, which are named by their hashes.
 *
 * @param counts for each value its hash, 8 bytes, and the number of its hits, a variable integer
 * @param others how many hits any value has at most that is not among these
 */
public record HashedCounts(BytesRef counts, int others) {

  /** A shorter list names all values. */
  static final int FEW = 1 << 16;
}
