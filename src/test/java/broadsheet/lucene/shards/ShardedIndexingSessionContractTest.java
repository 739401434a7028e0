package broadsheet.lucene.shards;

import broadsheet.Thorough;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSessionContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An archive in three shards shows the result of a rebuild or an update, as every engine must. An
 * embedded session settles the articles: duplicates, ids and families. Its changes are sent to the
 * shards.
 */
@Thorough
@ExtendWith(RandomWhenAsked.class)
class ShardedIndexingSessionContractTest extends IndexingSessionContract {

  @Override
  protected Engine at(Path place) {
    return new ShardedEngine(place);
  }
}
