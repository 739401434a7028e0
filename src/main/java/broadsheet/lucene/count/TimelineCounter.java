package broadsheet.lucene.count;

import broadsheet.engine.result.Timeline.Unit;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.snapshot.DateColumn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts a search's hits by their dates. Not thread-safe. */
final class TimelineCounter {

  private final DayCounts[] known =
      Stream.generate(DayCounts::new).limit(Unit.values().length).toArray(DayCounts[]::new);

  private long undated;

  private TimelineCounter() {}

  static DatedHits dated(HitSet hits) {
    TimelineCounter counter = new TimelineCounter();
    for (SegmentHits segment : hits.segments()) {
      counter.addSegment(segment);
    }
    return counter.hits();
  }

  private DatedHits hits() {
    Map<Unit, DayCounts> byUnit = new EnumMap<>(Unit.class);
    for (Unit unit : List.of(Unit.DAY, Unit.MONTH, Unit.YEAR)) {
      byUnit.put(unit, known[unit.ordinal()]);
    }
    return new DatedHits(byUnit, undated);
  }

  private void addSegment(SegmentHits segment) {
    DateColumn column = DateColumn.of(segment.leaf().reader());
    SegmentHits.Cursor cursor = segment.cursor();
    for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
      add(column.date(hit));
    }
  }

  private void add(int date) {
    if (date == DateColumn.UNDATED) {
      undated++;
    } else {
      known[DateColumn.precision(date).ordinal()].add(DateColumn.day(date));
    }
  }
}
