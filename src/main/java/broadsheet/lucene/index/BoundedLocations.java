package broadsheet.lucene.index;

import broadsheet.lucene.schema.RecordPlace;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A bounded sorted set that keeps the first of any number of locations. Not thread-safe. */
final class BoundedLocations {

  private final int most;
  private final TreeSet<RecordPlace> first = new TreeSet<>();

  /**
   * @param most the number of locations to keep; at least 0
   */
  BoundedLocations(int most) {
    this.most = most;
  }

  /** Adds a location. Returns the location that drops out if there are too many now. */
  Optional<RecordPlace> add(RecordPlace place) {
    return first.add(place) && first.size() > most
        ? Optional.of(first.removeLast())
        : Optional.empty();
  }

  List<RecordPlace> list() {
    return List.copyOf(first);
  }
}
