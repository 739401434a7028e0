package broadsheet.web.trends;

import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Bucket;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.result.Trends;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The periods of a chart, consecutive and each one unit long. Immutable.
 *
 * @param unit the length of a period
 * @param starts their first days
 */
record Periods(Unit unit, List<LocalDate> starts) {

  Periods {
    starts = List.copyOf(starts);
  }

  /**
   * The span from the first hit to the last, or from and to the days of the filter if given, as far
   * as the archive reaches; empty if no bucket has hits.
   */
  static Optional<DateSpan> span(Trends trends, Filters filters) {
    TreeMap<LocalDate, Long> hits = hits(trends);
    List<Bucket> all = trends.all().buckets();
    if (hits.isEmpty() || all.isEmpty()) {
      return Optional.empty();
    }
    LocalDate oldest = all.getFirst().start();
    LocalDate newest = all.getLast().start();
    LocalDate first = filters.from().map(day -> later(day, oldest)).orElse(hits.firstKey());
    LocalDate last = filters.to().map(day -> earlier(day, newest)).orElse(hits.lastKey());
    return Optional.of(new DateSpan(earlier(first, hits.firstKey()), later(last, hits.lastKey())));
  }

  /**
   * The periods of a span or, if these are too many, the {@value Trends#MOST_PERIODS} consecutive
   * ones with most hits.
   */
  static Periods of(Trends trends, DateSpan span) {
    Unit unit = trends.all().unit();
    LocalDate start = unit.startOf(span.first());
    if (unit.count(span.first(), span.last()) > Trends.MOST_PERIODS) {
      start = fullest(hits(trends), unit);
    }
    List<LocalDate> starts = new ArrayList<>();
    for (LocalDate next = start;
        !next.isAfter(span.last()) && starts.size() < Trends.MOST_PERIODS;
        next = unit.next(next)) {
      starts.add(next);
    }
    return new Periods(unit, starts);
  }

  private static LocalDate fullest(TreeMap<LocalDate, Long> hits, Unit unit) {
    LocalDate best = hits.firstKey();
    long most = 0;
    for (LocalDate start : hits.keySet()) {
      long within =
          hits.tailMap(start).entrySet().stream()
              .takeWhile(entry -> unit.count(start, entry.getKey()) <= Trends.MOST_PERIODS)
              .mapToLong(entry -> entry.getValue())
              .sum();
      if (within > most) {
        most = within;
        best = start;
      }
    }
    return best;
  }

  private static TreeMap<LocalDate, Long> hits(Trends trends) {
    TreeMap<LocalDate, Long> hits = new TreeMap<>();
    for (Trends.Line line : trends.lines()) {
      line.timeline().buckets().forEach(b -> hits.merge(b.start(), b.count(), Long::sum));
    }
    return hits;
  }

  static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The number of hits in each, in order. */
  List<Long> counts(Timeline timeline) {
    TreeMap<LocalDate, Long> counts = new TreeMap<>();
    timeline.buckets().forEach(bucket -> counts.put(bucket.start(), bucket.count()));
    return starts.stream().map(start -> counts.getOrDefault(start, 0L)).toList();
  }

  /** The days of one period. */
  DateSpan days(int index) {
    return new DateSpan(starts.get(index), unit.endOf(starts.get(index)));
  }

  /** The days of one period, and of this many before and after it. */
  DateSpan around(int index, int many) {
    LocalDate first = starts.get(index);
    LocalDate last = unit.endOf(first);
    for (int i = 0; i < many; i++) {
      first = unit.startOf(first.minusDays(1));
      last = unit.endOf(last.plusDays(1));
    }
    return new DateSpan(first, last);
  }
}
