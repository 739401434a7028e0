package broadsheet.lucene.hits;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The hits in one segment, in the order of their document numbers: a sorted list of few, a bit set
 * of many.
 */
public final class SegmentHits {

  /** Greater than all numbers. */
  public static final int NONE = DocIdSetIterator.NO_MORE_DOCS;

  private static final int WORD_BITS = 6;

  private final LeafReaderContext segment;
  private final int size;
  private final int[] few;
  private final @Nullable FixedBitSet many;

  /**
   * @param few the hits, with room after them; unused where there are many
   * @param many the hits; null where they are few
   */
  SegmentHits(LeafReaderContext segment, int size, int[] few, @Nullable FixedBitSet many) {
    this.segment = segment;
    this.size = size;
    this.few = few;
    this.many = many;
  }

  /** The segment. */
  public LeafReaderContext leaf() {
    return segment;
  }

  /** The number of hits. */
  public int size() {
    return size;
  }

  /** The hits as a set; empty if they are a small part of the segment. */
  public Optional<FixedBitSet> bits() {
    return Optional.ofNullable(many);
  }

  /** These hits and others of the same segment; the two must have none in common. */
  SegmentHits with(SegmentHits others) {
    if (many == null && others.many == null) {
      int[] both = Arrays.copyOf(few, size + others.size);
      System.arraycopy(others.few, 0, both, size, others.size);
      Arrays.sort(both);
      return new SegmentHits(segment, both.length, both, null);
    }
    SegmentHits larger = many == null ? others : this;
    FixedBitSet both = requireNonNull(larger.many).clone();
    Cursor added = larger == this ? others.cursor() : cursor();
    for (int hit = added.next(); hit != NONE; hit = added.next()) {
      both.set(hit);
    }
    return new SegmentHits(segment, size + others.size, new int[0], both);
  }

  /** All other documents of the segment, deleted ones among them. */
  SegmentHits others() {
    FixedBitSet others = many == null ? listed() : many.clone();
    others.flip(0, others.length());
    return new SegmentHits(segment, others.length() - size, new int[0], others);
  }

  private FixedBitSet listed() {
    FixedBitSet bits = new FixedBitSet(segment.reader().maxDoc());
    for (int i = 0; i < size; i++) {
      bits.set(few[i]);
    }
    return bits;
  }

  /** Reads the hits one by one. */
  public Cursor cursor() {
    return new Cursor(null);
  }

  /** Reads, one by one, the hits that are among some documents of the segment. */
  public Cursor cursor(FixedBitSet among) {
    return new Cursor(among);
  }

  /** A place among the hits. Not thread-safe. */
  public final class Cursor {

    private final @Nullable FixedBitSet among;
    private final long[] words = many == null ? new long[0] : many.getBits();

    /** The place in the list, or of the word of the set. */
    private int place = many == null ? 0 : -1;

    /** The bits of the word that are still to be read. */
    private long word;

    private Cursor(@Nullable FixedBitSet among) {
      this.among = among;
    }

    /** The next hit's number within the segment; {@link #NONE} at the end. */
    public int next() {
      if (many == null) {
        return nextOfFew();
      }
      while (word == 0) {
        if (++place >= words.length) {
          return NONE;
        }
        word = among == null ? words[place] : words[place] & among.getBits()[place];
      }
      int hit = (place << WORD_BITS) + Long.numberOfTrailingZeros(word);
      word &= word - 1;
      return hit;
    }

    private int nextOfFew() {
      while (place < size && among != null && !among.get(few[place])) {
        place++;
      }
      return place < size ? few[place++] : NONE;
    }
  }

  @Override
  public String toString() {
    return many == null ? Arrays.toString(Arrays.copyOf(few, size)) : size + " hits";
  }
}
