package broadsheet.lucene.shards;

import broadsheet.Thorough;
import broadsheet.engine.CollectionContract;
import broadsheet.engine.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/** Collections of an archive in shards, each in three of its own. */
@Thorough
@ExtendWith(RandomWhenAsked.class)
class ShardedCollectionsTest extends CollectionContract {

  @Override
  protected Engine engineAt(Path place) {
    return new ShardedEngine(place);
  }
}
