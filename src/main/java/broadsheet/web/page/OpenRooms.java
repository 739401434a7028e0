package broadsheet.web.page;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rooms that are open now, looked up at most once a second. While the engine does not answer,
 * they stay as they were. Thread-safe.
 */
public final class OpenRooms implements Supplier<Rooms> {
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  /** Finds articles that were read from scans. */
  public static final QueryNode SCANNED = any(QueryField.PAGE);

  private final SearchEngine engine;
  private volatile Known known;

  /** The rooms that were open at a time. */
  private record Known(Rooms rooms, long nanos) {}

  public OpenRooms(SearchEngine engine) {
    this.engine = engine;
    this.known =
        new Known(new Rooms(false, false, Optional.empty()), System.nanoTime() - FRESH_NANOS - 1);
  }

  @Override
  public Rooms get() {
    Known last = known;
    if (System.nanoTime() - last.nanos() > FRESH_NANOS) {
      known = new Known(now(last.rooms()), System.nanoTime());
    }
    return known.rooms();
  }

  private Rooms now(Rooms last) {
    try {
      return new Rooms(
          engine.hasNames() || hasStatedNames(),
          engine.hasAny(SCANNED, Filters.none()),
          engine.summary().lastDay());
    } catch (EngineBusyException | EngineException e) {
      return last;
    }
  }

  private boolean hasStatedNames() {
    return Stream.of(QueryField.PERSON, QueryField.ORGANISATION, QueryField.PLACE)
        .anyMatch(field -> engine.hasAny(any(field), Filters.none()));
  }

  private static QueryNode any(QueryField field) {
    return new QueryNode.InField(field, new QueryNode.Wildcard(QueryNode.Wildcard.ANYTHING));
  }
}
