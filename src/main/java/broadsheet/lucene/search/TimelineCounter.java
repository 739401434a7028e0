package broadsheet.lucene.search;

import broadsheet.engine.Timeline;
import broadsheet.engine.Timeline.Bucket;
import broadsheet.engine.Timeline.Unit;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** Counts a search's hits over time. Not shared between threads. */
final class TimelineCounter {

  /** Up to so many days a bucket is a day. */
  private static final long MAX_DAYS = 62;

  /** Up to so many months a bucket is a month. */
  private static final long MAX_MONTHS = 120;

  private final TreeMap<Integer, int[]> days = new TreeMap<>();
  private long undated;

  private TimelineCounter() {}

  static Timeline count(FacetsCollector hits) throws IOException {
    TimelineCounter counter = new TimelineCounter();
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      counter.addSegment(segment);
    }
    return counter.timeline();
  }

  private void addSegment(MatchingDocs segment) throws IOException {
    SortedNumericDocValues dates =
        DocValues.getSortedNumeric(segment.context().reader(), IndexSchema.FIRST_DAY);
    DocIdSetIterator documents = segment.bits().iterator();
    int day = Integer.MIN_VALUE;
    int[] count = new int[1];
    for (int d = documents.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = documents.nextDoc()) {
      if (!dates.advanceExact(d)) {
        undated++;
        continue;
      }
      int next = (int) dates.nextValue();
      if (next != day) {
        day = next;
        count = days.computeIfAbsent(day, _ -> new int[1]);
      }
      count[0]++;
    }
  }

  private Timeline timeline() {
    Unit unit = days.isEmpty() ? Unit.MONTH : unit(days.firstKey(), days.lastKey());
    Map<LocalDate, Long> buckets = new TreeMap<>();
    days.forEach(
        (day, count) ->
            buckets.merge(start(LocalDate.ofEpochDay(day), unit), (long) count[0], Long::sum));
    List<Bucket> inOrder =
        buckets.entrySet().stream().map(b -> new Bucket(b.getKey(), b.getValue())).toList();
    return new Timeline(unit, inOrder, undated);
  }

  private static Unit unit(int firstDay, int lastDay) {
    LocalDate first = LocalDate.ofEpochDay(firstDay);
    LocalDate last = LocalDate.ofEpochDay(lastDay);
    if (ChronoUnit.DAYS.between(first, last) < MAX_DAYS) {
      return Unit.DAY;
    }
    return ChronoUnit.MONTHS.between(first, last) < MAX_MONTHS ? Unit.MONTH : Unit.YEAR;
  }

  private static LocalDate start(LocalDate day, Unit unit) {
    return switch (unit) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }
}
