package broadsheet.lucene;

import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngineContract;
import java.nio.file.Path;

/** The embedded engine answers as every engine must. */
class LuceneSearchEngineContractTest extends SearchEngineContract {

  @Override
  protected Engine at(Path place) {
    return Engines.open(place);
  }
}
