package broadsheet.opensearch;

import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSessionContract;
import broadsheet.lucene.shards.RandomWhenAsked;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An archive on a cluster of three nodes is rebuilt and updated as in every engine. */
@OnCluster
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith({RandomWhenAsked.class, DrawnContracts.class})
class ClusterIndexingSessionContractIT extends IndexingSessionContract {

  @Override
  protected Engine at(Path place) {
    return ClusterPlaces.at(place);
  }
}
