package broadsheet.lucene.rank;

import broadsheet.engine.request.CursorException;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.IndexSchema;
import java.util.Optional;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The order of hits, and how cursors encode a place in it. Ties are broken by id, so that the order
 * is the same in every state of the index that holds the same articles.
 */
public enum HitOrder {
  RELEVANCE('r', SortField.FIELD_SCORE),
  NEWEST('n', byTime(true, Long.MIN_VALUE)),
  OLDEST('o', byTime(false, Long.MAX_VALUE)),
  ADDED('a', new SortField(Added.ORDER, SortField.Type.LONG, true, Long.MIN_VALUE));

  /** Prefix of a place among hits that {@link Reranking} has ranked. */
  private static final String RANKED = "c";

  /** The greatest rank that a cursor may give without a score. */
  private static final long MOST_RANKED =
      Math.max(Reranking.WINDOW, SearchResults.FEW + SearchPlan.MOST_FOLLOWING);

  private static final char SEPARATOR = ':';

  private final char letter;

  @SuppressWarnings("ImmutableEnumChecker") // a Sort cannot be changed
  private final Sort sort;

  HitOrder(char letter, SortField first) {
    this.letter = letter;
    sort = new Sort(first, new SortField(IndexSchema.ID, SortField.Type.STRING));
  }

  private static SortField byTime(boolean isReverse, long ofUndated) {
    return new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, isReverse, ofUndated);
  }

  public static HitOrder of(SortOrder order) {
    return switch (order) {
      case RELEVANCE -> RELEVANCE;
      case NEWEST -> NEWEST;
      case OLDEST -> OLDEST;
      case ADDED -> ADDED;
    };
  }

  /** Whether it is by date of publication. */
  boolean isByDate() {
    return this == NEWEST || this == OLDEST;
  }

  /** The time by which an order by date sorts hits without a date. */
  long timeOfUndated() {
    return (Long) sort.getSort()[0].getMissingValue();
  }

  /** The same as a sort of Lucene's. */
  public Sort sort() {
    return sort;
  }

  /**
   * Collects the first hits.
   *
   * @param after the hit before them; null to begin with the first
   * @param most the most hits to collect, at least 1
   * @param counted the number of hits to count before skipping those that cannot be among the best
   */
  CollectorManager<?, ? extends TopDocs> collecting(
      @Nullable FieldDoc after, int most, int counted) {
    return new TopFieldCollectorManager(sort, most, after, counted);
  }

  /** Stores the scores of hits where Lucene's rescorer expects them; 0 if they have none. */
  void tellScores(ScoreDoc[] hits) {
    for (ScoreDoc hit : hits) {
      hit.score = this == RELEVANCE && hit instanceof FieldDoc field ? (Float) field.fields[0] : 0;
    }
  }

  /** The cursor right after a hit of that rank. */
  public PageCursor behind(ScoreDoc hit, long rank) {
    if (!(hit instanceof FieldDoc field)) {
      return new PageCursor(rank, RANKED);
    }
    String key =
        this == RELEVANCE
            ? Integer.toHexString(Float.floatToIntBits((Float) field.fields[0]))
            : Long.toString((Long) field.fields[0]);
    return new PageCursor(
        rank, letter + key + SEPARATOR + ((BytesRef) field.fields[1]).utf8ToString());
  }

  /**
   * The hit a cursor follows; empty when it gives only a rank.
   *
   * @throws CursorException when the cursor belongs to another order
   */
  public Optional<FieldDoc> hit(PageCursor cursor) {
    String place = cursor.place();
    if (place.equals(RANKED) && this == RELEVANCE && cursor.rank() <= MOST_RANKED) {
      return Optional.empty();
    }
    int separator = place.indexOf(SEPARATOR);
    if (separator < 1 || place.charAt(0) != letter) {
      throw new CursorException("a cursor of another search: " + place);
    }
    try {
      Object key = key(place.substring(1, separator));
      Object[] fields = {key, new BytesRef(place.substring(separator + 1))};
      return Optional.of(new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields));
    } catch (NumberFormatException e) {
      throw new CursorException("not a cursor: " + place);
    }
  }

  private Object key(String text) {
    if (this != RELEVANCE) {
      return Long.parseLong(text);
    }
    return Float.intBitsToFloat(Integer.parseUnsignedInt(text, 16));
  }
}
