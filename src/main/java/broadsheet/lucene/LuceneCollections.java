package broadsheet.lucene;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.JoinedIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The collections of an archive in a local folder, each opened when it is first searched. */
final class LuceneCollections implements ArchiveCollections {

  private static final Logger LOG = LoggerFactory.getLogger(LuceneCollections.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final Path archive;
  private final Duration limit;
  private final Map<ArchiveCollection, CommittedIndex> opened = new TreeMap<>();

  private volatile @Nullable Known known;

  /** Those that there were at a time. */
  private record Known(SortedSet<ArchiveCollection> all, long nanos) {}

  /**
   * @param archive the folder of the first collection
   * @param limit the time from a request to its answer
   */
  LuceneCollections(Path archive, Duration limit) {
    this.archive = archive;
    this.limit = limit;
  }

  @Override
  public SortedSet<ArchiveCollection> all() {
    Known last = known;
    if (last == null || System.nanoTime() - last.nanos() > FRESH_NANOS) {
      Known now = new Known(in(archive), System.nanoTime());
      tell(last == null ? now.all() : last.all(), now.all());
      last = now;
      known = now;
    }
    return last.all();
  }

  private static void tell(Set<ArchiveCollection> before, Set<ArchiveCollection> now) {
    before.stream()
        .filter(each -> !now.contains(each))
        .forEach(each -> LOG.warn("The index of {} is gone: searches go on without it.", each));
    now.stream()
        .filter(each -> !before.contains(each))
        .forEach(each -> LOG.info("There is an index of {} now.", each));
  }

  /** The collections of an archive that have an index. */
  static SortedSet<ArchiveCollection> in(Path archive) {
    SortedSet<ArchiveCollection> all = new TreeSet<>(ArchiveCollection.beside(archive));
    all.add(ArchiveCollection.FIRST);
    all.removeIf(each -> !CommittedIndex.exists(each.in(archive)));
    return all;
  }

  @Override
  public SearchEngine search(Set<ArchiveCollection> some) {
    return search(some, () -> {});
  }

  /**
   * Searches all of them.
   *
   * @return closes this object with it
   */
  SearchEngine whole() {
    SortedSet<ArchiveCollection> all = all();
    return search(all.isEmpty() ? Set.of(ArchiveCollection.FIRST) : all, this::close);
  }

  private SearchEngine search(Set<ArchiveCollection> some, Runnable closing) {
    List<ArchiveCollection> ordered = some.stream().sorted().toList();
    return LuceneSearchEngine.over(
        new JoinedIndex(ordered.stream().map(this::opened).toList(), closing),
        ordered.stream().map(each -> each.in(archive)).toList(),
        limit);
  }

  private synchronized CommittedIndex opened(ArchiveCollection collection) {
    return opened.computeIfAbsent(collection, this::open);
  }

  private CommittedIndex open(ArchiveCollection collection) {
    try {
      return CommittedIndex.open(collection.in(archive));
    } catch (EngineException e) {
      if (collection.isFirst()) {
        throw e;
      }
      throw new EngineException(
          "%s To search the other collections meanwhile, move its folder away."
              .formatted(e.getMessage()),
          e);
    }
  }

  @Override
  public Map<String, Long> states() {
    Map<String, Long> states = new HashMap<>();
    for (ArchiveCollection each : all()) {
      try {
        states.putAll(opened(each).states());
      } catch (EngineException e) {
        // readers of others are not told that it is damaged
      }
    }
    return states;
  }

  @Override
  public synchronized void close() {
    opened.values().forEach(CommittedIndex::close);
  }
}
