package broadsheet.lucene.count;

import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Bucket;
import broadsheet.engine.result.Timeline.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Hits by the precision of their dates.
 *
 * @param known hits known to each unit, by their first day; a hit is counted at the finest unit to
 *     which it is known
 * @param undated the number of hits without a known date
 */
record DatedHits(Map<Unit, DayCounts> known, long undated) {

  /**
   * The number of hits of the most frequent years, the most frequent first; ties go to the later
   * year.
   *
   * @param wanted years that are listed even if few hits have them
   */
  List<FacetCount> years(List<String> wanted) {
    Buckets years = new Buckets(Unit.YEAR);
    known.values().forEach(years::add);
    List<FacetCount> all =
        years.counts.descendingMap().entrySet().stream()
            .map(y -> new FacetCount(year(y.getKey()), y.getValue()))
            .sorted(Comparator.comparingLong(FacetCount::count).reversed())
            .toList();
    List<FacetCount> listed = new ArrayList<>();
    for (FacetCount year : all) {
      if (listed.size() < SearchResults.MAX_FACET_VALUES || wanted.contains(year.value())) {
        listed.add(year);
      }
    }
    return listed;
  }

  private static String year(LocalDate first) {
    return String.format(Locale.ROOT, "%04d", first.getYear());
  }

  /** The hits in buckets of the unit that fits them. */
  Timeline timeline(boolean isComplete) {
    return by(fittingUnit(List.of(this)), isComplete);
  }

  /** The hits by month, where the unit that fits them is finer; otherwise empty. */
  List<Bucket> months() {
    boolean isFiner = fittingUnit(List.of(this)).compareTo(Unit.MONTH) < 0;
    return isFiner ? by(Unit.MONTH, true).buckets() : List.of();
  }

  /**
   * The finest unit that keeps a chart of all hits readable, and to which most of them are known;
   * months when nothing is dated.
   */
  static Unit fittingUnit(List<DatedHits> all) {
    Unit unit = unitOfSpan(all);
    while (isTooFine(unit, all)) {
      unit = unit.coarser();
    }
    return unit;
  }

  private static Unit unitOfSpan(List<DatedHits> all) {
    LocalDate[] span = {LocalDate.MAX, LocalDate.MIN};
    for (DatedHits hits : all) {
      hits.known.forEach(
          (precision, counts) -> {
            int[] days = counts.span();
            if (days[0] <= days[1]) {
              LocalDate first = LocalDate.ofEpochDay(days[0]);
              LocalDate last = precision.endOf(LocalDate.ofEpochDay(days[1]));
              span[0] = first.isBefore(span[0]) ? first : span[0];
              span[1] = last.isAfter(span[1]) ? last : span[1];
            }
          });
    }
    return span[0].isAfter(span[1]) ? Unit.MONTH : Unit.spanning(span[0], span[1]);
  }

  private static boolean isTooFine(Unit unit, List<DatedHits> all) {
    long within = 0;
    long beyond = 0;
    for (DatedHits hits : all) {
      within += hits.count(precision -> isIn(unit, precision));
      beyond += hits.count(precision -> !isIn(unit, precision));
    }
    return beyond > within;
  }

  private long count(Predicate<Unit> precisions) {
    return known.entrySet().stream()
        .filter(of -> precisions.test(of.getKey()))
        .mapToLong(of -> of.getValue().all())
        .sum();
  }

  /** Whether a date known to that precision is always in one bucket. */
  private static boolean isIn(Unit unit, Unit precision) {
    return unit.compareTo(precision) >= 0;
  }

  /**
   * The hits in buckets of that unit.
   *
   * @param isComplete whether these are all the hits there are
   */
  Timeline by(Unit unit, boolean isComplete) {
    Buckets buckets = new Buckets(unit);
    known.forEach(
        (precision, counts) -> {
          if (isIn(unit, precision)) {
            buckets.add(counts);
          }
        });
    long imprecise = count(precision -> !isIn(unit, precision));
    return new Timeline(unit, buckets.list(), undated, imprecise, Completeness.within(isComplete));
  }

  /** Adds up days. Not thread-safe. */
  private static final class Buckets {
    private final Unit unit;
    private final TreeMap<LocalDate, Long> counts = new TreeMap<>();
    private LocalDate start = LocalDate.MIN;

    /** The days of the bucket of the day before. */
    private int first = Integer.MAX_VALUE;

    private int end = Integer.MIN_VALUE;

    private long sum;

    Buckets(Unit unit) {
      this.unit = unit;
    }

    void add(DayCounts days) {
      days.forEach(this::add);
      finish();
    }

    private void add(int day, int count) {
      if (day < first || day >= end) {
        finish();
        start = unit.startOf(LocalDate.ofEpochDay(day));
        first = (int) start.toEpochDay();
        end = (int) unit.next(start).toEpochDay();
      }
      sum += count;
    }

    private void finish() {
      if (sum > 0) {
        counts.merge(start, sum, Long::sum);
        sum = 0;
      }
    }

    List<Bucket> list() {
      return counts.entrySet().stream().map(b -> new Bucket(b.getKey(), b.getValue())).toList();
    }
  }
}
