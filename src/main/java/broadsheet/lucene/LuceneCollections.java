package broadsheet.lucene;

import broadsheet.engine.ArchiveCollection;
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

/** The collections of an archive in a local folder. */
final class LuceneCollections extends OpenedCollections<CommittedIndex> {

  private final Path archive;
  private final Duration limit;

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
    return in(archive);
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
    return CommittedIndex.open(collection.in(archive));
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
