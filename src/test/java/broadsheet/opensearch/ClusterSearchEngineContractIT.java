package broadsheet.opensearch;

import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngineContract;
import java.nio.file.Path;

/** An archive on a cluster of three nodes answers as every engine must. */
@OnCluster
class ClusterSearchEngineContractIT extends SearchEngineContract {

  @Override
  protected Engine at(Path place) {
    return ClusterPlaces.at(place);
  }
}
