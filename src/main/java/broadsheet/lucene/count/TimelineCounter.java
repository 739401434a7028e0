package broadsheet.lucene.count;

import broadsheet.engine.result.Timeline.Unit;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** Counts a search's hits by their dates. Not thread-safe. */
final class TimelineCounter {

  private static final int SHORTEST_YEAR = 365;

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
    LeafReader reader = segment.context().reader();
    NumericDocValues firsts = days(reader, IndexSchema.FIRST_DAY);
    NumericDocValues lasts = days(reader, IndexSchema.LAST_DAY);
    DocIdSetIterator documents = segment.bits().iterator();
    for (int d = documents.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = documents.nextDoc()) {
      if (firsts.advanceExact(d) && lasts.advanceExact(d)) {
        int first = (int) firsts.longValue();
        known((int) lasts.longValue() - first + 1).add(first);
      } else {
        undated++;
      }
    }
  }

  /** The days of a segment's articles, which have at most one date each. */
  private static NumericDocValues days(LeafReader reader, String field) throws IOException {
    return DocValues.unwrapSingleton(DocValues.getSortedNumeric(reader, field));
  }

  /** The counts for dates that span that many possible days. */
  private DayCounts known(int possible) {
    if (possible == 1) {
      return days;
    }
    return possible < SHORTEST_YEAR ? months : years;
  }
}
