package broadsheet.lucene.engine;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The collections of an archive, each opened when it is first searched. Which there are is looked
 * up once a second at most, by one request, while others go on with what was known. Thread-safe.
 *
 * @param <T> an open collection
 */
public abstract class OpenedCollections<T> implements ArchiveCollections {

  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final Map<ArchiveCollection, T> opened = new TreeMap<>();
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Known known;

  /** Those that there were at a time. */
  private record Known(SortedSet<ArchiveCollection> all, long nanos) {
    boolean isFresh() {
      return System.nanoTime() - nanos < FRESH_NANOS;
    }
  }

  /**
   * Those that have an index now.
   *
   * @throws EngineException when this cannot be known
   */
  protected abstract SortedSet<ArchiveCollection> found();

  /**
   * Opens one of them.
   *
   * @throws EngineException when it is missing, damaged or has another format
   */
  protected abstract T open(ArchiveCollection collection);

  /** The numbers of the published states in one of them, by collection. */
  protected abstract Map<String, Long> states(ArchiveCollection collection, T opened);

  /** Closes one of them. */
  protected abstract void close(T collection);

  /**
   * Searches some that are open, as one archive.
   *
   * @param some in their order
   * @param closing runs when the engine is closed
   */
  protected abstract SearchEngine search(
      List<ArchiveCollection> some, List<T> opened, Runnable closing);

  @Override
  public final SortedSet<ArchiveCollection> all() {
    Known last = known;
    if (last == null) {
      looking.lock();
    } else if (last.isFresh() || !looking.tryLock()) {
      return last.all();
    }
    try {
      return looked(known).all();
    } finally {
      looking.unlock();
    }
  }

  private Known looked(@Nullable Known last) {
    if (last != null && last.isFresh()) {
      return last;
    }
    Known next;
    try {
      next = new Known(found(), System.nanoTime());
    } catch (EngineException e) {
      if (last == null) {
        throw e;
      }
      next = new Known(last.all(), System.nanoTime());
    }
    known = next;
    return next;
  }

  @Override
  public final SearchEngine search(Set<ArchiveCollection> some) {
    return search(some, () -> {});
  }

  /**
   * Searches all of them, or reports that there is none.
   *
   * @return closes this object with it
   */
  public final SearchEngine whole() {
    try {
      SortedSet<ArchiveCollection> all = all();
      return search(all.isEmpty() ? Set.of(ArchiveCollection.FIRST) : all, this::close);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private SearchEngine search(Set<ArchiveCollection> some, Runnable closing) {
    List<ArchiveCollection> ordered = some.stream().sorted().toList();
    return search(ordered, ordered.stream().map(this::opened).toList(), closing);
  }

  @Override
  public final Map<String, Long> states() {
    Map<String, Long> states = new HashMap<>();
    for (ArchiveCollection each : all()) {
      try {
        states.putAll(states(each, opened(each)));
      } catch (EngineException e) {
        // readers of others are not told that it is damaged
      }
    }
    return states;
  }

  private synchronized T opened(ArchiveCollection collection) {
    return opened.computeIfAbsent(collection, this::open);
  }

  @Override
  public synchronized void close() {
    opened.values().forEach(this::close);
    opened.clear();
  }
}
