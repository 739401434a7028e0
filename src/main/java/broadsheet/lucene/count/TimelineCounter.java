package broadsheet.lucene.count;

import broadsheet.engine.result.Timeline.Unit;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.snapshot.DateColumn;
import java.util.Map;

/** Counts a search's hits in histograms by day, month and year. Not thread-safe. */
final class TimelineCounter {

  private final DayCounts days = new DayCounts();
  private final DayCounts months = new DayCounts();
  private final DayCounts years = new DayCounts();
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
    return new DatedHits(Map.of(Unit.DAY, days, Unit.MONTH, months, Unit.YEAR, years), undated);
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
      known(DateColumn.precision(date)).add(DateColumn.day(date));
    }
  }

  private DayCounts known(Unit precision) {
    return switch (precision) {
      case DAY -> days;
      case MONTH -> months;
      default -> years;
    };
  }
}
