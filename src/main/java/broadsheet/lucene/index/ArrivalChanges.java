package broadsheet.lucene.index;

import broadsheet.engine.ArrivalRecord;
import java.util.List;

/**
 * The changes of a session to the arrivals. Immutable.
 *
 * @param added in the order in which they were added; not all of them if {@code isAnew}
 * @param isAnew whether there were other changes than additions, apart from the oldest of a search
 *     giving way to newer ones
 */
record ArrivalChanges(List<ArrivalRecord> added, boolean isAnew) {

  ArrivalChanges {
    added = List.copyOf(added);
  }

  static ArrivalChanges none() {
    return new ArrivalChanges(List.of(), false);
  }

  /** All arrivals may differ from those before. */
  static ArrivalChanges all() {
    return new ArrivalChanges(List.of(), true);
  }

  boolean isNone() {
    return added.isEmpty() && !isAnew;
  }
}
