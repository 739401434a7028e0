package broadsheet.lucene;

import broadsheet.engine.CollectionContract;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import java.nio.file.Path;

/** Collections of the embedded engine. */
class LuceneCollectionsTest extends CollectionContract {

  @Override
  protected Engine engineAt(Path place) {
    return Engines.open(place);
  }
}
