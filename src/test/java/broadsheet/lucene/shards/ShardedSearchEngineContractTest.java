package broadsheet.lucene.shards;

import broadsheet.Thorough;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngineContract;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/** An archive in three shards answers as every engine must. */
@Thorough
@ExtendWith(RandomWhenAsked.class)
class ShardedSearchEngineContractTest extends SearchEngineContract {

  @Override
  protected Engine at(Path place) {
    return new ShardedEngine(place);
  }
}
