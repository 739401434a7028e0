package broadsheet.lucene.snapshot;

import broadsheet.engine.result.Timeline.Unit;
import broadsheet.lucene.reader.ReaderCache;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** The date of each document of a segment, four bytes each. Immutable. */
public final class DateColumn {

  /** No date is known. */
  public static final int UNDATED = Integer.MIN_VALUE;

  private static final int SHORTEST_YEAR = 365;

  /** The bits of a date for its precision. */
  private static final int PRECISION_BITS = 2;

  private static final Unit[] PRECISIONS = {Unit.DAY, Unit.MONTH, Unit.YEAR};

  private static final ReaderCache<DateColumn> KNOWN = new ReaderCache<>();

  private final int[] dates;

  private DateColumn(int[] dates) {
    this.dates = dates;
  }

  /** Reads the dates of a segment, or takes them from the cache. */
  public static DateColumn of(LeafReader segment) {
    return KNOWN.ofSegment(segment, own -> new DateColumn(dates(own)));
  }

  /** The date of a document, see {@link #day} and {@link #precision}, or {@link #UNDATED}. */
  public int date(int document) {
    return dates[document];
  }

  /** The first day of a date, as days since 1970-01-01. */
  public static int day(int date) {
    return date >> PRECISION_BITS;
  }

  /** The unit to which a date is known: the day, the month or the year. */
  public static Unit precision(int date) {
    return PRECISIONS[date & (1 << PRECISION_BITS) - 1];
  }

  private static int[] dates(LeafReader segment) throws IOException {
    int[] dates = new int[segment.maxDoc()];
    Arrays.fill(dates, UNDATED);
    SortedNumericDocValues firsts = DocValues.getSortedNumeric(segment, IndexSchema.FIRST_DAY);
    SortedNumericDocValues lasts = DocValues.getSortedNumeric(segment, IndexSchema.LAST_DAY);
    for (int d = firsts.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = firsts.nextDoc()) {
      if (lasts.advanceExact(d)) {
        int first = (int) firsts.nextValue();
        dates[d] = first << PRECISION_BITS | placeOf((int) lasts.nextValue() - first + 1);
      }
    }
    return dates;
  }

  /** The place in {@link #PRECISIONS} of a date with this many possible days. */
  private static int placeOf(int possible) {
    if (possible == 1) {
      return 0;
    }
    return possible < SHORTEST_YEAR ? 1 : 2;
  }
}
