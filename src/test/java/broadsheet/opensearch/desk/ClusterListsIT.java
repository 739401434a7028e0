package broadsheet.opensearch.desk;

import broadsheet.desk.Desk;
import broadsheet.desk.ListsContract;
import broadsheet.opensearch.OnCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

@OnCluster
class ClusterListsIT extends ListsContract {

  private static TestDesk kept;

  @BeforeAll
  static void start() {
    kept = new TestDesk("lists");
  }

  @AfterEach
  void empty() {
    kept.empty();
  }

  @Override
  protected Desk desk() {
    return kept.desk();
  }
}
