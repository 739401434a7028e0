package broadsheet.lucene.count;

import broadsheet.engine.result.SearchResults;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.LongHeap;

/**
 * The facet counts of all parts of an archive, summed by the hashes of the values. Should two
 * values have one hash, their sum is too large. Not thread-safe.
 */
final class HashedSums {

  /** The shortest entry of a part. */
  private static final int ENTRY_BYTES = Long.BYTES + 1;

  /** Open addressing, at most half full; 0 where there is none. */
  private final long[] hashes;

  /** The most hits that each value may have, less {@link #others}. */
  private final long[] sums;

  /** The most hits that a value may have which no part named. */
  private final long others;

  /**
   * @param parts the counts of each part
   */
  HashedSums(List<HashedCounts> parts) {
    int most = parts.stream().mapToInt(part -> part.counts().length / ENTRY_BYTES).sum();
    int size = Integer.highestOneBit(Math.max(1, most)) << 2;
    hashes = new long[size];
    sums = new long[size];
    others = parts.stream().mapToLong(HashedCounts::others).sum();
    parts.forEach(this::add);
  }

  private void add(HashedCounts part) {
    ByteArrayDataInput in =
        new ByteArrayDataInput(part.counts().bytes, part.counts().offset, part.counts().length);
    while (!in.eof()) {
      sums[place(in.readLong())] += in.readVInt() - part.others();
    }
  }

  private int place(long hash) {
    int place = (int) hash & hashes.length - 1;
    while (hashes[place] != 0 && hashes[place] != hash) {
      place = place + 1 & hashes.length - 1;
    }
    hashes[place] = hash;
    return place;
  }

  /** The number of hits of the last value that would be listed; 0 if it is not known. */
  long least() {
    if (others > 0) {
      return 0;
    }
    LongHeap most = new LongHeap(SearchResults.MAX_FACET_VALUES);
    for (long sum : sums) {
      most.insertWithOverflow(sum);
    }
    return most.size() < SearchResults.MAX_FACET_VALUES ? 0 : most.top();
  }

  /** The hashes of values that may have at least this many hits, at least 1. */
  List<Long> withAtLeast(long least) {
    List<Long> with = new ArrayList<>();
    for (int place = 0; place < hashes.length; place++) {
      if (hashes[place] != 0 && sums[place] + others >= least) {
        with.add(hashes[place]);
      }
    }
    return with;
  }
}
