package broadsheet.web.page;

import broadsheet.desk.DeskException;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rooms that are open now to the reader whose request this thread answers. Those of the archive
 * are looked up at most once a second; while it does not answer, they stay as they were.
 * Thread-safe.
 */
public final class OpenRooms implements Supplier<Rooms> {
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  /** Finds articles that were read from scans. */
  public static final QueryNode SCANNED = any(QueryField.PAGE);

  /** Set at the beginning of each request. */
  private static final ThreadLocal<Boolean> MAY_CHANGE = ThreadLocal.withInitial(() -> false);

  private final SearchEngine engine;
  private final ReaderLists lists;
  private volatile Known known;

  /** The rooms that were open at a time. */
  private record Known(Rooms rooms, long nanos) {}

  public OpenRooms(SearchEngine engine, ReaderLists lists) {
    this.engine = engine;
    this.lists = lists;
    this.known = new Known(Rooms.NONE, System.nanoTime() - FRESH_NANOS - 1);
  }

  /** Begins a request of one who may make changes, or not. */
  public static void open(boolean mayChange) {
    MAY_CHANGE.set(mayChange);
    ReaderUses.begin(ReaderUses.ALL);
  }

  @Override
  public Rooms get() {
    Known last = known;
    if (System.nanoTime() - last.nanos() > FRESH_NANOS) {
      known = new Known(now(last.rooms()), System.nanoTime());
    }
    return known.rooms().forReader(MAY_CHANGE.get(), ReaderUses.now());
  }

  private Rooms now(Rooms last) {
    try {
      return new Rooms(
          engine.hasNames() || hasStatedNames(),
          engine.hasAny(SCANNED, Filters.none()),
          engine.summary().lastDay(),
          !lists.desk().searches().all().isEmpty(),
          false,
          ReaderUses.ALL);
    } catch (EngineBusyException | EngineException | DeskException e) {
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
