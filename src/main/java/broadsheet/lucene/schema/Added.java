package broadsheet.lucene.schema;

import broadsheet.article.PublicationDate;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * The number of the published state that an article came with. Numbers grow from state to state,
 * whatever the clock says, and only their order decides what is new. They also show when the update
 * began: a number is that time in seconds since 1970, or one more than the number before it. An
 * article that came with a build has {@link #NONE}. Stateless.
 */
public final class Added {

  /** The field with the number, to be searched. */
  public static final String STATE = QueryField.ADDED.label();

  /** The field with the order in which articles came: by state, then by time of publication. */
  public static final String ORDER = "added.order";

  /** In place of a number. */
  public static final long NONE = 0;

  private static final int MINUTE_BITS = 31;
  private static final long LAST_MINUTE = (1L << MINUTE_BITS) - 1;

  /** The greatest number that the order has room for: that of the year 2106. */
  private static final long LAST = (1L << (Long.SIZE - 1 - MINUTE_BITS)) - 1;

  private Added() {}

  /** The number of the state after one. */
  public static long next(long state) {
    return Math.max(state + 1, Instant.now().getEpochSecond());
  }

  /** The time for which a number stands; empty for {@link #NONE}. */
  public static Optional<Instant> time(long state) {
    return state == NONE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(state));
  }

  /**
   * Adds the number to the document of an article.
   *
   * @param isSearched whether the document is searched
   */
  static void addTo(Document document, long state, PublicationDate date, boolean isSearched) {
    if (state == NONE) {
      return;
    }
    document.add(new NumericDocValuesField(ORDER, state << MINUTE_BITS | minute(date)));
    if (isSearched) {
      document.add(new LongPoint(STATE, state));
    }
  }

  /** The minute of publication, at least 1; 0 for an unknown date. */
  private static long minute(PublicationDate date) {
    Optional<LocalDate> day = date.first();
    if (day.isEmpty()) {
      return 0;
    }
    long seconds =
        day.get().atTime(date.time().orElse(LocalTime.MIN)).toEpochSecond(ZoneOffset.UTC);
    return Math.clamp(Math.floorDiv(seconds, 60) + LAST_MINUTE / 2, 1, LAST_MINUTE);
  }

  /** The number of the article in a document. */
  public static long of(IndexReader reader, int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    return of(leaf.reader(), document - leaf.docBase);
  }

  /** The number of the article in a document of a segment. */
  public static long of(LeafReader segment, int document) throws IOException {
    NumericDocValues order = segment.getNumericDocValues(ORDER);
    return order != null && order.advanceExact(document) ? state(order.longValue()) : NONE;
  }

  /** The number in a value of {@link #ORDER}. */
  public static long state(long order) {
    return order >> MINUTE_BITS;
  }

  /** Articles of the states in a range, both ends included; those that came with a build never. */
  public static Query range(Optional<Long> from, Optional<Long> to) {
    if (from.isEmpty() && to.isEmpty()) {
      return new FieldExistsQuery(ORDER);
    }
    long first = Math.clamp(from.orElse(1L), 1, LAST);
    long last = Math.clamp(to.orElse(LAST), 0, LAST);
    return first > last
        ? new MatchNoDocsQuery("an empty range of states")
        : new IndexOrDocValuesQuery(
            LongPoint.newRangeQuery(STATE, first, last),
            NumericDocValuesField.newSlowRangeQuery(
                ORDER, first << MINUTE_BITS, last << MINUTE_BITS | LAST_MINUTE));
  }

  /** Articles added on these days, in UTC; an open end is empty. */
  public static Query days(Optional<LocalDate> from, Optional<LocalDate> to) {
    return range(from.map(Added::start), to.map(day -> start(day.plusDays(1)) - 1));
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }
}
