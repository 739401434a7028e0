package broadsheet.engine;

import broadsheet.engine.request.StandingSearch;
import broadsheet.names.NameCorrection;
import java.util.List;

/**
 * The saved searches of an archive, to be matched against the new articles of an update.
 * Thread-safe.
 */
public interface StandingAlerts {

  /** Keeps the searches from changing until the result is closed, which is after the commit. */
  Held hold();

  /** The second copy of their arrivals. */
  default ArrivalCopy copy() {
    return ArrivalCopy.none();
  }

  /** The corrections of names, with which the searches are matched. */
  default List<NameCorrection> corrections() {
    return List.of();
  }

  /** The saved searches, fixed until closed. For one thread. */
  interface Held extends AutoCloseable {
    List<StandingSearch> searches();

    @Override
    void close();
  }

  /** No saved searches. */
  static StandingAlerts none() {
    return of(List.of());
  }

  /** These searches, without a second copy of their arrivals. */
  static StandingAlerts of(List<StandingSearch> searches) {
    return () -> new Fixed(searches);
  }

  /** A fixed list of searches. */
  record Fixed(List<StandingSearch> searches) implements Held {
    public Fixed {
      searches = List.copyOf(searches);
    }

    @Override
    public void close() {
      // no lock to release
    }
  }
}
