package broadsheet.opensearch;

import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngineContract;
import broadsheet.lucene.shards.RandomWhenAsked;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An archive on a cluster of three nodes, each reader wrapped, answers as every engine must. */
@OnCluster
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith({RandomWhenAsked.class, DrawnContracts.class})
class ClusterSearchEngineContractIT extends SearchEngineContract {

  @Override
  protected Engine at(Path place) {
    return ClusterPlaces.wrappedAt(place);
  }
}
