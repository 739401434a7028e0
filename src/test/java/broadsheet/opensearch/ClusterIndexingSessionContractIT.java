package broadsheet.opensearch;

import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSessionContract;
import java.nio.file.Path;

/** An archive on a cluster of three nodes is rebuilt and updated as in every engine. */
@OnCluster
class ClusterIndexingSessionContractIT extends IndexingSessionContract {

  @Override
  protected Engine at(Path place) {
    return ClusterPlaces.at(place);
  }
}
