package broadsheet.opensearch.desk;

import broadsheet.desk.Desk;
import broadsheet.desk.KeptArrivalsContract;
import broadsheet.opensearch.OnCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

@OnCluster
class ClusterArrivalsIT extends KeptArrivalsContract {

  private static TestDesk kept;

  @BeforeAll
  static void start() {
    kept = new TestDesk("arrivals");
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
