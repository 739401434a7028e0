package broadsheet.lucene.shards;

import broadsheet.engine.Engine;
import broadsheet.engine.EqualEnginesContract;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.staging.Settling;
import broadsheet.lucene.staging.WorkingCopy;
import java.nio.file.Path;
import java.util.List;

/** An archive in three shards gives the very answers of the same archive in one index. */
class ShardedAnswersTest extends EqualEnginesContract {

  @Override
  protected Engine engineAt(Path place) {
    return new ShardedEngine(place);
  }

  /** Without the documents that settling replaced, which count in term statistics until merged. */
  @Override
  protected Engine embedded(Path place) {
    Path whole = place.resolve("whole");
    try (WorkingCopy settled = new Settling(place, new FolderFiles(place.resolve("kept"))).open()) {
      Generations.write(List.of(whole), settled.description(), settled.all());
    }
    return new LuceneEngine(whole);
  }
}
