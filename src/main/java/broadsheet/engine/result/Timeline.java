package broadsheet.engine.result;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/**
 * The hits over time. A hit is in a bucket only if its whole date is; otherwise it is counted
 * separately: an article known only by its month is in no bucket of a day or a week. The counts of
 * the buckets, {@code imprecise} and {@code undated} therefore add up to all hits. Immutable.
 *
 * @param unit the length of a bucket
 * @param buckets in order, without empty ones
 * @param undated hits of unknown date
 * @param imprecise hits whose date is known, but less precisely than to one bucket
 * @param completeness whether all articles were looked at, for all words of the query; if not, the
 *     counts cover the hits found
 */
public record Timeline(
    Unit unit, List<Bucket> buckets, long undated, long imprecise, Completeness completeness) {

  /** The length of a bucket, the finest first. */
  public enum Unit {
    DAY(ChronoUnit.DAYS, 62),
    /** An ISO 8601 week: it begins on Monday and may span the turn of a year. */
    WEEK(ChronoUnit.WEEKS, 80),
    MONTH(ChronoUnit.MONTHS, 120),
    YEAR(ChronoUnit.YEARS, Long.MAX_VALUE);

    private final ChronoUnit length;
    private final long most;

    Unit(ChronoUnit length, long most) {
      this.length = length;
      this.most = most;
    }

    /**
     * The finest unit that keeps a chart of these days readable: at most 62 days, 80 weeks or 120
     * months.
     *
     * @param last not before {@code first}
     */
    public static Unit spanning(LocalDate first, LocalDate last) {
      Unit unit = DAY;
      while (unit.count(first, last) > unit.most) {
        unit = unit.coarser();
      }
      return unit;
    }

    /** The name in URLs and JSON: {@code week}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The next coarser unit; the coarsest returns itself. */
    public Unit coarser() {
      return switch (this) {
        case DAY -> WEEK;
        case WEEK -> MONTH;
        case MONTH, YEAR -> YEAR;
      };
    }

    /** The first day of the bucket that contains a day. */
    public LocalDate startOf(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    /** The last day of the bucket that contains a day. */
    public LocalDate endOf(LocalDate day) {
      return next(day).minusDays(1);
    }

    /** The first day of the bucket after the one that contains a day. */
    public LocalDate next(LocalDate day) {
      return startOf(day).plus(1, length);
    }

    /**
     * The number of buckets from that of the first day to that of the last, both included.
     *
     * @param last not before {@code first}
     */
    public long count(LocalDate first, LocalDate last) {
      return length.between(startOf(first), startOf(last)) + 1;
    }
  }

  /**
   * The hits of one bucket.
   *
   * @param start the first day of the bucket
   * @param count hits whose date lies in it
   */
  public record Bucket(LocalDate start, long count) {}

  public Timeline {
    buckets = List.copyOf(buckets);
  }

  /** Whether all articles were looked at. */
  public boolean isComplete() {
    return completeness.isOfAllArticles();
  }

  /** Returns the same hits with the lesser of both completenesses. */
  public Timeline and(Completeness other) {
    return new Timeline(unit, buckets, undated, imprecise, completeness.or(other));
  }

  /** An empty timeline: no hits, or not counted. */
  public static Timeline empty() {
    return new Timeline(Unit.MONTH, List.of(), 0, 0, Completeness.WHOLE);
  }

  /** All hits counted, in buckets or separately. */
  public long total() {
    return undated + imprecise + buckets.stream().mapToLong(Bucket::count).sum();
  }
}
