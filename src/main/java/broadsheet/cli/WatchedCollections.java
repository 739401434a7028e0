package broadsheet.cli;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.SearchEngine;
import broadsheet.indexing.Watching;
import broadsheet.ledger.WatchState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keeps each collection of an archive up to date with its own files. Thread-safe. */
final class WatchedCollections implements AutoCloseable {

  private final List<Watching> watched = new ArrayList<>();
  private final List<SearchEngine> engines = new ArrayList<>();

  private WatchedCollections() {}

  /**
   * Starts watching the collections that there are.
   *
   * @param index the folder of the archive
   * @param paths sources to add to the first of them; may be empty
   * @param collections closed after this object
   */
  static WatchedCollections start(
      Path index, List<Path> paths, ArchiveCollections collections, PrintWriter err) {
    WatchedCollections all = new WatchedCollections();
    for (ArchiveCollection each : collections.all()) {
      SearchEngine engine = collections.search(Set.of(each));
      all.engines.add(engine);
      List<Path> added = each.isFirst() ? paths : List.of();
      all.watched.add(Watching.start(each.in(index), added, engine, err));
    }
    return all;
  }

  /** The state of the one that is in trouble, if any is. */
  WatchState state() {
    return watched.stream()
        .map(Watching::state)
        .filter(state -> !state.isWell())
        .findFirst()
        .orElseGet(WatchState::running);
  }

  @Override
  public void close() {
    watched.forEach(Watching::close);
    engines.forEach(SearchEngine::close);
  }
}
