package broadsheet.opensearch.desk;

import broadsheet.desk.Desk;
import broadsheet.desk.NameCorrectionsContract;
import broadsheet.opensearch.OnCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

@OnCluster
class ClusterNameCorrectionsIT extends NameCorrectionsContract {

  private static TestDesk kept;

  @BeforeAll
  static void start() {
    kept = new TestDesk("names");
  }

  @AfterEach
  void empty() {
    kept.empty();
  }

  @Override
  protected Desk desk() {
    return kept.desk();
  }

  @Override
  protected Path folder() {
    return kept.folder();
  }
}
