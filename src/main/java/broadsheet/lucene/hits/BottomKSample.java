package broadsheet.lucene.hits;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/**
 * Draws a bottom-k sample of articles: those with the smallest numbers in {@link IndexSchema#DRAW}.
 * The sample of an archive is the same however its articles are spread over segments and shards,
 * and consists of the smallest numbers of the samples of its parts. Not thread-safe.
 */
public final class BottomKSample {

  private static final Comparator<Drawn> SMALLEST =
      Comparator.comparingLong(Drawn::number).thenComparingInt(Drawn::document);

  private final int most;
  private final PriorityQueue<Drawn> drawn = new PriorityQueue<>(SMALLEST.reversed());

  /**
   * An article of the sample.
   *
   * @param document its number in the whole index
   */
  public record Drawn(long number, int document) {}

  /**
   * @param most the size of the sample, at least 1
   */
  public BottomKSample(int most) {
    this.most = most;
  }

  /** The sample of some hits, the smallest number first. */
  public static List<Drawn> of(HitSet hits, int most) throws IOException {
    BottomKSample draw = new BottomKSample(most);
    for (SegmentHits segment : hits.segments()) {
      Segment numbers = draw.segment(segment.leaf());
      SegmentHits.Cursor cursor = segment.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        numbers.offer(hit);
      }
    }
    return draw.drawn();
  }

  /** Offers an article. */
  public void offer(long number, int document) {
    Drawn last = drawn.peek();
    boolean isFull = last != null && drawn.size() == most;
    if (isFull && last.number() <= number) {
      return;
    }
    if (isFull) {
      drawn.remove();
    }
    drawn.add(new Drawn(number, document));
  }

  /** The sample so far, the smallest number first. */
  public List<Drawn> drawn() {
    List<Drawn> all = new ArrayList<>(drawn);
    all.sort(SMALLEST);
    return all;
  }

  /** Offers articles of one segment, in their order. */
  public Segment segment(LeafReaderContext leaf) throws IOException {
    return new Segment(leaf);
  }

  /** The articles of one segment. Not thread-safe. */
  public final class Segment {

    private final int base;
    private final boolean hasNumbers;
    private final NumericDocValues numbers;

    private Segment(LeafReaderContext leaf) throws IOException {
      base = leaf.docBase;
      hasNumbers = leaf.reader().getFieldInfos().fieldInfo(IndexSchema.DRAW) != null;
      numbers = DocValues.getNumeric(leaf.reader(), IndexSchema.DRAW);
    }

    /**
     * Offers an article. In an index from before articles had numbers to draw, the number is
     * computed from its place in the index.
     *
     * @param document its number in the segment, greater than the one before
     */
    public void offer(int document) throws IOException {
      if (numbers.advanceExact(document)) {
        BottomKSample.this.offer(numbers.longValue(), base + document);
      } else if (!hasNumbers) {
        long place = (long) base + document;
        BottomKSample.this.offer(new SplittableRandom(place).nextLong() >>> 1, base + document);
      }
    }
  }
}
