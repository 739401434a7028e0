package broadsheet.lucene.hits;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the hits of one segment: in a list while they are few, then in a bit set. Not
 * thread-safe.
 */
final class SegmentCollector implements LeafCollector {

  /** A set of bits is taken where hits are at least one document of this many. */
  private static final int RARITY = 128;

  private static final int STRETCH = 512;

  private final LeafReaderContext segment;
  private final int most;
  private int[] few = {};
  private @Nullable FixedBitSet many;
  private int size;
  private int[] stretch = {};

  SegmentCollector(LeafReaderContext segment) {
    this.segment = segment;
    most = segment.reader().maxDoc() / RARITY;
  }

  @Override
  public void setScorer(Scorable scorer) {
    // no scores are needed
  }

  @Override
  public void collect(int document) {
    if (many == null && size == most) {
      many = bits();
    }
    if (many != null) {
      many.set(document);
    } else {
      few = ArrayUtil.grow(few, size + 1);
      few[size] = document;
    }
    size++;
  }

  private FixedBitSet bits() {
    FixedBitSet bits = new FixedBitSet(segment.reader().maxDoc());
    for (int i = 0; i < size; i++) {
      bits.set(few[i]);
    }
    return bits;
  }

  @Override
  public void collect(DocIdStream documents) {
    if (stretch.length == 0) {
      stretch = new int[STRETCH];
    }
    for (int n = documents.intoArray(stretch); n > 0; n = documents.intoArray(stretch)) {
      collectStretch(n);
    }
  }

  /** Collects the hits in the stretch. */
  private void collectStretch(int n) {
    int i = 0;
    for (; many == null && i < n; i++) {
      collect(stretch[i]);
    }
    FixedBitSet bits = many;
    if (bits != null) {
      size += n - i;
      for (; i < n; i++) {
        bits.set(stretch[i]);
      }
    }
  }

  @Override
  public void collectRange(int first, int end) throws IOException {
    if (many == null && size + end - first > most) {
      many = bits();
    }
    if (many == null) {
      LeafCollector.super.collectRange(first, end);
    } else {
      many.set(first, end);
      size += end - first;
    }
  }

  /** The collected hits. */
  SegmentHits hits() {
    return new SegmentHits(segment, size, many == null ? Arrays.copyOf(few, size) : few, many);
  }
}
