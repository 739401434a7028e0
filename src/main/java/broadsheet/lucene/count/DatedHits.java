package broadsheet.lucene.count;

import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Bucket;
import broadsheet.engine.result.Timeline.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hits by the precision of their dates.
 *
 * @param known hits known to each unit, by their first day; a hit is counted at the finest unit to
 *     which it is known
 * @param undated how many have no known date
 */
record DatedHits(Map<Unit, DayCounts> known, long undated) {

  /** Receives the number of hits of one date. */
  private interface Visitor {
    void visit(LocalDate first, LocalDate last, int count);
  }

  private void forEach(Visitor visitor) {
    known.forEach(
        (precision, counts) ->
            counts.forEach((day, count) -> visitor.visit(day, precision.endOf(day), count)));
  }

  /** The number of hits of each year, the most frequent first; ties go to the later year. */
  List<FacetCount> years() {
    TreeMap<Integer, Long> years = new TreeMap<>(Comparator.reverseOrder());
    forEach((first, _, count) -> years.merge(first.getYear(), (long) count, Long::sum));
    return years.entrySet().stream()
        .map(y -> new FacetCount(String.format(Locale.ROOT, "%04d", y.getKey()), y.getValue()))
        .sorted(Comparator.comparingLong(FacetCount::count).reversed())
        .toList();
  }

  /** The hits in buckets of the unit that fits them. */
  Timeline timeline(boolean isComplete) {
    return by(fittingUnit(List.of(this)), isComplete);
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
      hits.forEach(
          (first, last, _) -> {
            span[0] = first.isBefore(span[0]) ? first : span[0];
            span[1] = last.isAfter(span[1]) ? last : span[1];
          });
    }
    return span[0].isAfter(span[1]) ? Unit.MONTH : Unit.spanning(span[0], span[1]);
  }

  private static boolean isTooFine(Unit unit, List<DatedHits> all) {
    long[] known = new long[2];
    for (DatedHits hits : all) {
      hits.forEach((first, last, count) -> known[isIn(unit, first, last) ? 1 : 0] += count);
    }
    return known[0] > known[1];
  }

  private static boolean isIn(Unit unit, LocalDate first, LocalDate last) {
    return !last.isAfter(unit.endOf(first));
  }

  /**
   * The hits in buckets of that unit.
   *
   * @param isComplete whether these are all the hits there are
   */
  Timeline by(Unit unit, boolean isComplete) {
    TreeMap<LocalDate, Long> counts = new TreeMap<>();
    long[] imprecise = new long[1];
    forEach(
        (first, last, count) -> {
          if (isIn(unit, first, last)) {
            counts.merge(unit.startOf(first), (long) count, Long::sum);
          } else {
            imprecise[0] += count;
          }
        });
    List<Bucket> buckets =
        counts.entrySet().stream().map(b -> new Bucket(b.getKey(), b.getValue())).toList();
    return new Timeline(unit, buckets, undated, imprecise[0], Completeness.within(isComplete));
  }
}
