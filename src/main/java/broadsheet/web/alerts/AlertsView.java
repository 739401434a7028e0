package broadsheet.web.alerts;

import broadsheet.alert.SavedSearch;
import broadsheet.engine.result.ArrivalSum;
import java.util.List;
import java.util.Map;

/**
 * All saved searches as data: what {@code /alerts.json} answers.
 *
 * @param alerts in the order they were saved
 */
public record AlertsView(List<AlertView> alerts) {

  public AlertsView {
    alerts = List.copyOf(alerts);
  }

  /**
   * As they stand.
   *
   * @param sums what came in, by the id of the search
   */
  public static AlertsView of(List<SavedSearch> saved, Map<String, ArrivalSum> sums) {
    return new AlertsView(
        saved.stream().map(search -> AlertView.of(search, sums.get(search.id()))).toList());
  }
}
