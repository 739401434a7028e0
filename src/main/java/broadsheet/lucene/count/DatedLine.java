package broadsheet.lucene.count;

import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Unit;
import java.util.List;

/**
 * The hits of one query over time.
 *
 * @param isComplete whether all articles were looked at
 * @param ofQuery whether the query was searched as it is, and everywhere
 * @param notes on the query
 */
record DatedLine(DatedHits hits, boolean isComplete, Completeness ofQuery, List<Note> notes) {

  /** The hits in all parts of an archive. */
  static DatedLine of(List<PartDates> parts, Completeness ofQuery, List<Note> notes) {
    return new DatedLine(PartDates.sum(parts), PartDates.areComplete(parts), ofQuery, notes);
  }

  Timeline by(Unit unit) {
    return hits.by(unit, isComplete).and(ofQuery);
  }
}
