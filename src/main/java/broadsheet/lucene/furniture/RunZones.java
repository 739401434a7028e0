package broadsheet.lucene.furniture;

import java.util.ArrayList;
import java.util.List;

/**
 * The runs of an article that are compared with those of other articles, as ranges of the places at
 * which they begin. Immutable.
 *
 * @param zones in order, neither touching nor overlapping
 */
public record RunZones(List<Zone> zones) {

  /** No run is compared. */
  public static final RunZones NONE = new RunZones(List.of());

  /**
   * A range of places.
   *
   * @param first the number of the first word of the first run
   * @param end the number after that of the last run
   */
  public record Zone(int first, int end) {}

  public RunZones {
    zones = List.copyOf(zones);
  }

  public boolean isNone() {
    return zones.isEmpty();
  }

  /** Collects zones in order, and joins those that touch. Not thread-safe. */
  static final class Collecting {
    private final List<Zone> zones = new ArrayList<>();

    void add(int first, int end) {
      if (!zones.isEmpty() && first <= zones.getLast().end()) {
        Zone last = zones.removeLast();
        zones.add(new Zone(last.first(), Math.max(last.end(), end)));
      } else {
        zones.add(new Zone(first, end));
      }
    }

    RunZones zones() {
      return new RunZones(zones);
    }
  }
}
