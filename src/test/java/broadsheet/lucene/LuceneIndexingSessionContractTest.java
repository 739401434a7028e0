package broadsheet.lucene;

import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingSessionContract;
import java.nio.file.Path;

/** The embedded engine rebuilds and updates its index as every engine must. */
class LuceneIndexingSessionContractTest extends IndexingSessionContract {

  @Override
  protected Engine at(Path place) {
    return Engines.open(place);
  }
}
