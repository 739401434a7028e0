package broadsheet.web.alerts;

import broadsheet.web.address.QueryString;
import broadsheet.web.page.AlertAddress;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;
import broadsheet.web.page.PrintedMoment;
import broadsheet.web.page.QueryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of saved searches.
 *
 * @param frame what stands around it
 * @param view what its JSON twin tells as well
 * @param offer what may be saved now; null where nothing is asked for
 * @param mayChange whether anything may be saved or removed here
 */
public record AlertsPage(
    PageFrame frame, AlertsView view, @Nullable Offer offer, boolean mayChange) {

  /**
   * A search that may be saved.
   *
   * @param query how it is understood
   * @param narrowed what narrows it beside the query
   * @param fields what the form sends
   * @param known the id it is saved under already; empty when it is not
   */
  public record Offer(
      QueryView query,
      List<AlertView.Narrowed> narrowed,
      List<QueryString.Pair> fields,
      String known) {}

  /** The page of what came in for a saved search. */
  public String page(AlertView alert) {
    return AlertAddress.page(alert.id());
  }

  /** How many came in, and when the last. */
  public String cameIn(AlertView alert) {
    String count = PrintedCount.of(alert.cameIn(), "new article");
    return alert.latest() == null
        ? "Nothing came in yet"
        : count + ", latest " + PrintedMoment.of(alert.latest());
  }

  /** When it was saved. */
  public String saved(AlertView alert) {
    return PrintedMoment.of(alert.createdAt());
  }
}
