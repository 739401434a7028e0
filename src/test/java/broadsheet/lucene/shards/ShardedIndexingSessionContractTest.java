package broadsheet.lucene.shards;

import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSessionContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An archive in three shards shows what a rebuild or an update did, as every engine must. An
 * embedded session settles the articles: which are the same, their ids and their families. What it
 * changed is sent to the shards.
 */
@ExtendWith(RandomWhenAsked.class)
class ShardedIndexingSessionContractTest extends IndexingSessionContract {

  @Override
  protected Engine at(Path place) {
    return new ShardedEngine(place);
  }
}
