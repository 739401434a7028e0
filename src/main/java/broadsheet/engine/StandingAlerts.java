package broadsheet.engine;

import broadsheet.engine.request.StandingSearch;
import java.util.List;

/**
 * The saved searches of an archive, as an update holds its new articles against them. Thread-safe.
 */
public interface StandingAlerts {

  /** Keeps the searches as they are until what is returned is closed, which is after the commit. */
  Held hold();

  /** Where what came in for them is kept a second time. */
  default ArrivalCopy copy() {
    return ArrivalCopy.none();
  }

  /** Searches that do not change until closed. For one thread. */
  interface Held extends AutoCloseable {
    List<StandingSearch> searches();

    @Override
    void close();
  }

  /** No saved searches. */
  static StandingAlerts none() {
    return of(List.of());
  }

  /** These searches, kept nowhere. */
  static StandingAlerts of(List<StandingSearch> searches) {
    return () -> new Fixed(searches);
  }

  /** Searches that never change. */
  record Fixed(List<StandingSearch> searches) implements Held {
    public Fixed {
      searches = List.copyOf(searches);
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
