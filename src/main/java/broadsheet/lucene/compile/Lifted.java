package broadsheet.lucene.compile;

import broadsheet.lucene.proximity.Occurrences;
import java.util.List;
import org.apache.lucene.search.Query;

/**
 * A side of a proximity, for one field, with what can be near something lifted out of what holds
 * for the article as a whole.
 */
sealed interface Lifted {

  /** What occurs at places of the field. */
  record Spans(Occurrences occurrences) implements Lifted {}

  /** What an article is or is not, without a place: a date, an exclusion, a count. */
  record Whole(Query query) implements Lifted {}

  /** All of these. */
  record All(List<Lifted> parts) implements Lifted {}

  /** Any of these. */
  record Any(List<Lifted> parts) implements Lifted {}
}
