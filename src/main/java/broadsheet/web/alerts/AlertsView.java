package broadsheet.web.alerts;

import broadsheet.desk.SavedSearch;
import broadsheet.engine.result.AlertCount;
import java.util.List;
import java.util.Map;

/**
 * All saved searches as data: the JSON of {@code /alerts.json}.
 *
 * @param alerts in the order they were saved
 */
public record AlertsView(List<AlertView> alerts) {

  public AlertsView {
    alerts = List.copyOf(alerts);
  }

  /**
   * The view of these searches.
   *
   * @param counts their new articles, by the id of the search
   */
  public static AlertsView of(List<SavedSearch> saved, Map<String, AlertCount> counts) {
    return new AlertsView(
        saved.stream().map(search -> AlertView.of(search, counts.get(search.id()))).toList());
  }
}
