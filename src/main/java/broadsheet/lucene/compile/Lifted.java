package broadsheet.lucene.compile;

import broadsheet.lucene.proximity.Occurrences;
import java.util.List;
import org.apache.lucene.search.Query;

/**
 * A side of a proximity in one field, split into parts with positions (spans) and parts that match
 * the article as a whole.
 */
sealed interface Lifted {

  /** Occurrences at places of the field. */
  record Spans(Occurrences occurrences) implements Lifted {}

  /** A condition on the article without a place: a date, an exclusion, a count. */
  record Whole(Query query) implements Lifted {}

  /** All of the parts. */
  record All(List<Lifted> parts) implements Lifted {}

  /** Any of the parts. */
  record Any(List<Lifted> parts) implements Lifted {}
}
