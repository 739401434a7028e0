package broadsheet.lucene.coordinator;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.engine.OpenedCollections;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The collections of an archive, each in shards of its own. */
public abstract class ShardedCollections extends OpenedCollections<ArchiveSource> {

  private final Duration limit;

  /**
   * @param limit the time from a request to its answer
   */
  protected ShardedCollections(Duration limit) {
    this.limit = limit;
  }

  @Override
  protected Map<String, Long> states(ArchiveCollection collection, ArchiveSource opened) {
    return Map.of(collection.name(), opened.current().format().state());
  }

  @Override
  protected void close(ArchiveSource collection) {
    collection.close();
  }

  @Override
  protected SearchEngine search(
      List<ArchiveCollection> some, List<ArchiveSource> opened, Runnable closing) {
    return new ShardedSearchEngine(new JoinedArchives(some, opened, closing), limit);
  }
}
