package broadsheet.opensearch;

import broadsheet.engine.ArrivalCopy;
import broadsheet.engine.StandingAlerts;
import broadsheet.engine.request.StandingSearch;
import broadsheet.names.NameCorrection;
import java.util.ArrayList;
import java.util.List;

/**
 * Saved searches that an update of the working copy holds, and that stay held until the cluster has
 * the new articles as well: one saved in between would neither find them nor be alerted of them.
 * For one update.
 */
final class LastingAlerts implements StandingAlerts {

  private final StandingAlerts alerts;
  private final List<Held> held = new ArrayList<>();

  LastingAlerts(StandingAlerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public Held hold() {
    Held now = alerts.hold();
    held.add(now);
    return new Held() {
      @Override
      public List<StandingSearch> searches() {
        return now.searches();
      }

      @Override
      public void close() {
        // release() does
      }
    };
  }

  @Override
  public ArrivalCopy copy() {
    return alerts.copy();
  }

  @Override
  public List<NameCorrection> corrections() {
    return alerts.corrections();
  }

  /** Lets the searches change again. */
  void release() {
    held.forEach(Held::close);
    held.clear();
  }
}
