package broadsheet.lucene.snapshot;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * All facet values and the date of each document of a segment in arrays, so that counting a hit is
 * a few additions. Eight bytes a document and four a value. Immutable.
 *
 * @param starts where the values of each document begin in {@code values}; one more than documents
 * @param values the values of all keyword facets, as numbers within the segment: those of the first
 *     facet in the order of their bytes, then those of the second, and so on
 * @param bases the first number of each of {@link FacetField#KEYWORDS}, and the number of all
 * @param dates of each document, see {@link #day} and {@link #precision}; {@link #UNDATED} where it
 *     is unknown
 */
public record FacetColumn(int[] starts, int[] values, int[] bases, int[] dates) {

  /** No date is known. */
  public static final int UNDATED = Integer.MIN_VALUE;

  private static final int SHORTEST_YEAR = 365;

  /** The bits of a date for its precision. */
  private static final int PRECISION_BITS = 2;

  private static final Unit[] PRECISIONS = {Unit.DAY, Unit.MONTH, Unit.YEAR};

  private static final ReaderCache<FacetColumn> KNOWN = new ReaderCache<>();

  /** Reads the columns of a segment, or takes them from the cache. */
  public static FacetColumn of(LeafReader segment) {
    return KNOWN.of(segment.getCoreCacheHelper(), () -> read(segment));
  }

  /** The first day of a date, as days since 1970-01-01. */
  public static int day(int date) {
    return date >> PRECISION_BITS;
  }

  /** The unit to which a date is known: the day, the month or the year. */
  public static Unit precision(int date) {
    return PRECISIONS[date & (1 << PRECISION_BITS) - 1];
  }

  private static FacetColumn read(LeafReader segment) {
    try {
      return columns(segment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FacetColumn columns(LeafReader segment) throws IOException {
    int[] starts = new int[segment.maxDoc() + 1];
    int[] bases = new int[FacetField.KEYWORDS.size() + 1];
    for (int facet = 0; facet < FacetField.KEYWORDS.size(); facet++) {
      SortedSetDocValues of = values(segment, facet);
      bases[facet + 1] = bases[facet] + Math.toIntExact(of.getValueCount());
      for (int d = of.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = of.nextDoc()) {
        starts[d + 1] += of.docValueCount();
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] values = new int[starts[segment.maxDoc()]];
    int[] next = starts.clone();
    for (int facet = 0; facet < FacetField.KEYWORDS.size(); facet++) {
      SortedSetDocValues of = values(segment, facet);
      for (int d = of.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = of.nextDoc()) {
        for (int i = of.docValueCount(); i > 0; i--) {
          values[next[d]++] = bases[facet] + (int) of.nextOrd();
        }
      }
    }
    return new FacetColumn(starts, values, bases, dates(segment));
  }

  private static SortedSetDocValues values(LeafReader segment, int facet) throws IOException {
    return DocValues.getSortedSet(segment, IndexSchema.valuesOf(FacetField.KEYWORDS.get(facet)));
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

  /** The place in {@link #PRECISIONS} of a date that may be of so many days. */
  private static int placeOf(int possible) {
    if (possible == 1) {
      return 0;
    }
    return possible < SHORTEST_YEAR ? 1 : 2;
  }
}
