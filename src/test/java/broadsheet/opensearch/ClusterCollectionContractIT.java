package broadsheet.opensearch;

import broadsheet.engine.CollectionContract;
import broadsheet.engine.Engine;
import broadsheet.lucene.shards.RandomWhenAsked;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Collections on a cluster of three nodes, each in an index of its own. */
@OnCluster
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith({RandomWhenAsked.class, DrawnContracts.class})
class ClusterCollectionContractIT extends CollectionContract {

  @Override
  protected Engine engineAt(Path place) {
    return ClusterPlaces.at(place);
  }
}
