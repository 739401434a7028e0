package broadsheet.lucene.rank;

import broadsheet.lucene.snapshot.DateColumn;
import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.comparators.LongComparator;
import org.jspecify.annotations.Nullable;

/**
 * Compares hits by {@link broadsheet.lucene.schema.IndexSchema#SORT_TIME}. Nearly all hits of a
 * large search are of another day than the last one in the queue, so the day, which is in memory,
 * is compared first, and the time is read only where the day is the same.
 */
final class DateComparatorSource extends FieldComparatorSource {

  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final long missing;
  private final long missingDay;

  /**
   * @param missing the time of hits without one
   */
  DateComparatorSource(long missing) {
    this.missing = missing;
    missingDay = Math.floorDiv(missing, DAY);
  }

  @Override
  public FieldComparator<?> newComparator(
      String field, int hits, Pruning pruning, boolean isReversed) {
    return new DateComparator(field, hits, pruning, isReversed);
  }

  private final class DateComparator extends LongComparator {

    private long topDay;
    private long bottomDay;

    DateComparator(String field, int hits, Pruning pruning, boolean isReversed) {
      super(hits, field, missing, isReversed, pruning);
    }

    @Override
    public void setTopValue(Long value) {
      super.setTopValue(value);
      topDay = Math.floorDiv(value, DAY);
    }

    @Override
    public LeafFieldComparator getLeafComparator(LeafReaderContext segment) throws IOException {
      return new DateLeafComparator(segment);
    }

    private final class DateLeafComparator extends LongLeafComparator {

      private final LeafReader segment;

      /** Null until days are compared: a first page that is not full needs none. */
      private @Nullable DateColumn dates;

      DateLeafComparator(LeafReaderContext segment) throws IOException {
        super(segment);
        this.segment = segment.reader();
      }

      @Override
      public void setBottom(int slot) throws IOException {
        super.setBottom(slot);
        bottomDay = Math.floorDiv(bottom, DAY);
      }

      @Override
      public int compareBottom(int document) throws IOException {
        int order = Long.compare(bottomDay, day(document));
        return order == 0 ? super.compareBottom(document) : order;
      }

      @Override
      public int compareTop(int document) throws IOException {
        int order = Long.compare(topDay, day(document));
        return order == 0 ? super.compareTop(document) : order;
      }

      private long day(int document) {
        DateColumn column = dates;
        if (column == null) {
          column = DateColumn.of(segment);
          dates = column;
        }
        int date = column.date(document);
        return date == DateColumn.UNDATED ? missingDay : DateColumn.day(date);
      }
    }
  }
}
