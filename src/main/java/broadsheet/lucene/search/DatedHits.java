package broadsheet.lucene.search;

import broadsheet.engine.FacetCount;
import broadsheet.engine.Timeline;
import broadsheet.engine.Timeline.Bucket;
import broadsheet.engine.Timeline.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Hits by how precisely their date is known.
 *
 * @param known those known to the unit, at its first day; each hit stands at the finest it is known
 *     to
 * @param undated how many are of unknown date
 */
record DatedHits(Map<Unit, DayCounts> known, long undated) {

  /** See {@link TimelineCounter#count}. */
  Timeline timeline(Optional<Unit> wanted, boolean isComplete) {
    return wanted.isPresent() ? by(wanted.get(), isComplete) : byFittingUnit(isComplete);
  }

  /** How many are of each year, the most frequent first, of equal ones the later. */
  List<FacetCount> years() {
    TreeMap<Integer, Long> years = new TreeMap<>(Comparator.reverseOrder());
    known
        .values()
        .forEach(days -> days.forEach((day, n) -> years.merge(day.getYear(), (long) n, Long::sum)));
    return years.entrySet().stream()
        .map(y -> new FacetCount(String.format(Locale.ROOT, "%04d", y.getKey()), y.getValue()))
        .sorted(Comparator.comparingLong(FacetCount::count).reversed())
        .toList();
  }

  /** A unit does not fit when most of the hits would be in none of its buckets. */
  private Timeline byFittingUnit(boolean isComplete) {
    Timeline timeline = by(unitOfSpan(), isComplete);
    long dated = timeline.total() - undated;
    while (timeline.imprecise() * 2 > dated) {
      timeline = by(timeline.unit().coarser(), isComplete);
    }
    return timeline;
  }

  private Unit unitOfSpan() {
    LocalDate[] span = {LocalDate.MAX, LocalDate.MIN};
    known.forEach(
        (precision, counts) ->
            counts.forEach(
                (day, _) -> {
                  LocalDate end = precision.endOf(day);
                  span[0] = day.isBefore(span[0]) ? day : span[0];
                  span[1] = end.isAfter(span[1]) ? end : span[1];
                }));
    return span[0].isAfter(span[1]) ? Unit.MONTH : Unit.spanning(span[0], span[1]);
  }

  private Timeline by(Unit unit, boolean isComplete) {
    TreeMap<LocalDate, Long> counts = new TreeMap<>();
    long[] imprecise = new long[1];
    known.forEach(
        (precision, those) ->
            those.forEach(
                (day, count) -> {
                  if (precision.endOf(day).isAfter(unit.endOf(day))) {
                    imprecise[0] += count;
                  } else {
                    counts.merge(unit.startOf(day), (long) count, Long::sum);
                  }
                }));
    List<Bucket> buckets =
        counts.entrySet().stream().map(b -> new Bucket(b.getKey(), b.getValue())).toList();
    return new Timeline(unit, buckets, undated, imprecise[0], isComplete);
  }
}
