package broadsheet.lucene.rank;

import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.snapshot.DateColumn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/**
 * Selects the top hits by date. Days are in memory, so the day of the last hit that is wanted is
 * found first; times and ids are read only of the hits that are not behind it.
 */
final class FirstByDate {

  private static final long DAY = Duration.ofDays(1).toSeconds();

  /** The rank of hits without a date, the last. */
  private static final long UNDATED = Long.MIN_VALUE;

  private final HitSet hits;
  private final HitOrder order;
  private final int most;

  /** No hit with a greater rank is wanted, and of those with this one perhaps some. */
  private final long first;

  private FirstByDate(HitSet hits, HitOrder order, @Nullable FieldDoc after, int most) {
    this.hits = hits;
    this.order = order;
    this.most = most;
    first = after == null ? Long.MAX_VALUE : rankOfTime((Long) after.fields[0]);
  }

  /**
   * The first hits.
   *
   * @param order an order by date
   * @param after the hit before them; null to begin with the first
   * @param most the most hits to return, at least 1
   */
  static TopDocs of(HitSet hits, HitOrder order, @Nullable FieldDoc after, int most)
      throws IOException {
    FirstByDate dates = new FirstByDate(hits, order, after, most);
    return dates.collected(order.collecting(after, most, Integer.MAX_VALUE));
  }

  private <C extends Collector, T extends TopDocs> T collected(CollectorManager<C, T> best)
      throws IOException {
    C collector = best.newCollector();
    boolean isEach = hits.size() <= most;
    long last = isEach ? UNDATED : last();
    for (SegmentHits segment : hits.segments()) {
      LeafCollector collecting = collector.getLeafCollector(segment.leaf());
      if (isEach) {
        collect(segment, collecting);
      } else {
        collect(segment, last, collecting);
      }
    }
    return best.reduce(List.of(collector));
  }

  private static void collect(SegmentHits segment, LeafCollector collecting) throws IOException {
    SegmentHits.Cursor cursor = segment.cursor();
    for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
      collecting.collect(hit);
    }
  }

  private void collect(SegmentHits segment, long last, LeafCollector collecting)
      throws IOException {
    DateColumn dates = DateColumn.of(segment.leaf().reader());
    SegmentHits.Cursor cursor = segment.cursor();
    for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
      long rank = rank(dates.date(hit));
      if (rank >= last && rank <= first) {
        collecting.collect(hit);
      }
    }
  }

  /** The lowest rank of a hit that may be wanted. */
  private long last() {
    LongHeap highest = new LongHeap(most);
    for (SegmentHits segment : hits.segments()) {
      DateColumn dates = DateColumn.of(segment.leaf().reader());
      SegmentHits.Cursor cursor = segment.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        long rank = rank(dates.date(hit));
        if (rank < first) {
          highest.insertWithOverflow(rank);
        }
      }
    }
    return highest.size() < most ? UNDATED : highest.top();
  }

  /** A number for a day that is the greater, the nearer the day is to the beginning. */
  private long rank(int date) {
    return date == DateColumn.UNDATED ? UNDATED : rankOfDay(DateColumn.day(date));
  }

  private long rankOfTime(long time) {
    return time == order.timeOfUndated() ? UNDATED : rankOfDay(Math.floorDiv(time, DAY));
  }

  private long rankOfDay(long day) {
    return order == HitOrder.NEWEST ? day : -day;
  }
}
