package broadsheet.opensearch.desk;

import broadsheet.desk.Desk;
import broadsheet.desk.SavedSearchesContract;
import broadsheet.opensearch.OnCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

@OnCluster
class ClusterSearchesIT extends SavedSearchesContract {

  private static TestDesk kept;

  @BeforeAll
  static void start() {
    kept = new TestDesk("searches");
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
