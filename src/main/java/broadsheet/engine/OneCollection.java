package broadsheet.engine;

import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The only collection of an archive. Thread-safe.
 *
 * @param limit the time from a request to its answer
 */
record OneCollection(Engine engine, Duration limit) implements ArchiveCollections {

  @Override
  public SortedSet<ArchiveCollection> all() {
    return new TreeSet<>(engine.hasIndex() ? Set.of(ArchiveCollection.FIRST) : Set.of());
  }

  /**
   * @throws IllegalArgumentException when any other collection is asked for
   */
  @Override
  public SearchEngine search(Set<ArchiveCollection> some) {
    if (!some.equals(Set.of(ArchiveCollection.FIRST))) {
      throw new IllegalArgumentException("no such collections: " + some);
    }
    return engine.search(limit);
  }

  @Override
  public void close() {}
}
