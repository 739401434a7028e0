package broadsheet.opensearch.desk;

import broadsheet.desk.Desk;
import broadsheet.desk.OwnersContract;
import broadsheet.opensearch.OnCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

@OnCluster
class ClusterOwnersIT extends OwnersContract {

  private static TestDesk kept;

  @BeforeAll
  static void start() {
    kept = new TestDesk("owners");
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
