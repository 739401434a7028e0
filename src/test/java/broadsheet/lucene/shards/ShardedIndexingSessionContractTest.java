package broadsheet.lucene.shards;

import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSessionContract;
import java.nio.file.Path;

/** An archive in three shards is rebuilt and updated as every engine's must be. */
class ShardedIndexingSessionContractTest extends IndexingSessionContract {

  @Override
  protected Engine at(Path place) {
    return new ShardedEngine(place);
  }
}
