package broadsheet.lucene.reader;

import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A segment in which all documents but some count as deleted. What is cached for the segment
 * itself, live documents aside, is shared with it. Thread-safe.
 */
public final class ChosenDocuments extends FilterLeafReader {

  private final FixedBitSet chosen;
  private final int count;

  /**
   * @param chosen must not change afterwards
   */
  public ChosenDocuments(LeafReader segment, FixedBitSet chosen) {
    super(segment);
    this.chosen = chosen;
    count = chosen.cardinality();
  }

  /** The documents of a segment that are not deleted, to choose among them. */
  public static FixedBitSet live(LeafReader segment) {
    Bits live = segment.getLiveDocs();
    if (live != null) {
      return FixedBitSet.copyOf(live);
    }
    FixedBitSet all = new FixedBitSet(segment.maxDoc());
    all.set(0, segment.maxDoc());
    return all;
  }

  @Override
  public Bits getLiveDocs() {
    return chosen;
  }

  @Override
  public int numDocs() {
    return count;
  }

  @Override
  public @Nullable CacheHelper getCoreCacheHelper() {
    return in.getCoreCacheHelper();
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }
}
