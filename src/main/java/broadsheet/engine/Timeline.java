package broadsheet.engine;

import java.time.LocalDate;
import java.util.List;

/**
 * The hits over time. Articles of unknown date are in no bucket but counted apart.
 *
 * @param unit how much time one bucket covers, chosen by the span of the hits
 * @param buckets in order, those with hits only
 * @param undated hits of unknown date
 */
public record Timeline(Unit unit, List<Bucket> buckets, long undated) {

  /** How much time one bucket covers. */
  public enum Unit {
    DAY,
    MONTH,
    YEAR
  }

  /**
   * The hits of one stretch of time.
   *
   * @param start the first day of the bucket
   * @param count hits whose date begins in it
   */
  public record Bucket(LocalDate start, long count) {}

  public Timeline {
    buckets = List.copyOf(buckets);
  }

  /** No hits, or none counted. */
  public static Timeline empty() {
    return new Timeline(Unit.MONTH, List.of(), 0);
  }
}
