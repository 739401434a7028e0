package broadsheet.lucene.count;

import broadsheet.engine.result.Timeline.Unit;
import broadsheet.lucene.snapshot.FacetColumn;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.search.DocIdSetIterator;

/** Counts a search's hits by their dates. Not thread-safe. */
final class TimelineCounter {

  private final DayCounts days = new DayCounts();
  private final DayCounts months = new DayCounts();
  private final DayCounts years = new DayCounts();
  private long undated;

  private TimelineCounter() {}

  static DatedHits dated(FacetsCollector hits) throws IOException {
    TimelineCounter counter = new TimelineCounter();
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      counter.addSegment(segment);
    }
    return counter.hits();
  }

  private DatedHits hits() {
    return new DatedHits(Map.of(Unit.DAY, days, Unit.MONTH, months, Unit.YEAR, years), undated);
  }

  private void addSegment(MatchingDocs segment) throws IOException {
    FacetColumn column = FacetColumn.of(segment.context().reader());
    DocIdSetIterator hits = segment.bits().iterator();
    for (int hit = hits.nextDoc(); hit != DocIdSetIterator.NO_MORE_DOCS; hit = hits.nextDoc()) {
      int date = column.date(hit);
      if (date == FacetColumn.UNDATED) {
        undated++;
      } else {
        known(FacetColumn.precision(date)).add(FacetColumn.day(date));
      }
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
