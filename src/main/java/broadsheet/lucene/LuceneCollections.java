package broadsheet.lucene;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.engine.OpenedCollections;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.JoinedIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The collections of an archive in a local folder. */
final class LuceneCollections extends OpenedCollections<CommittedIndex> {

  private static final Logger LOG = LoggerFactory.getLogger(LuceneCollections.class);

  private final Path archive;
  private final Duration limit;
  private @Nullable SortedSet<ArchiveCollection> last;

  /**
   * @param archive the folder of the first collection
   * @param limit the time from a request to its answer
   */
  LuceneCollections(Path archive, Duration limit) {
    this.archive = archive;
    this.limit = limit;
  }

  @Override
  protected SortedSet<ArchiveCollection> found() {
    SortedSet<ArchiveCollection> now = in(archive);
    tell(last == null ? now : last, now);
    last = now;
    return now;
  }

  private static void tell(SortedSet<ArchiveCollection> before, SortedSet<ArchiveCollection> now) {
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
  protected CommittedIndex open(ArchiveCollection collection) {
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
  protected Map<String, Long> states(ArchiveCollection collection, CommittedIndex opened) {
    return opened.states();
  }

  @Override
  protected void close(CommittedIndex collection) {
    collection.close();
  }

  @Override
  protected SearchEngine search(
      List<ArchiveCollection> some, List<CommittedIndex> opened, Runnable closing) {
    return LuceneSearchEngine.over(
        new JoinedIndex(opened, closing),
        some.stream().map(each -> each.in(archive)).toList(),
        limit);
  }
}
