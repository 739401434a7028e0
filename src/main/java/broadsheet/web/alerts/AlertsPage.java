package broadsheet.web.alerts;

import broadsheet.address.QueryString;
import broadsheet.web.link.AlertAddress;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedMoment;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of saved searches.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param offer the search that may be saved now; null if none is given
 * @param mayChange whether this client may save and remove searches
 */
public record AlertsPage(
    PageFrame frame, AlertsView view, @Nullable Offer offer, boolean mayChange) {

  /**
   * A search that may be saved.
   *
   * @param query the interpretation of the query
   * @param narrowed its filters
   * @param fields the form fields to submit
   * @param known the id under which it is already saved; empty if it is not
   */
  public record Offer(
      QueryView query,
      List<AlertView.Narrowed> narrowed,
      List<QueryString.Pair> fields,
      String known) {}

  /** The path of the page that lists a search's new articles. */
  public String page(AlertView alert) {
    return AlertAddress.page(alert.id());
  }

  /** The number of new articles, and when the latest was added. */
  public String cameIn(AlertView alert) {
    if (alert.cameIn() == null) {
      return "New articles not counted yet";
    }
    return alert.latest() == null
        ? "No new articles yet"
        : FormattedCount.of(alert.cameIn(), "new article")
            + ", latest "
            + FormattedMoment.of(alert.latest());
  }

  /** The loss if a saved search is removed, in a sentence. */
  public String removal(AlertView alert) {
    String lost =
        alert.cameIn() == null || alert.cameIn() == 0
            ? ""
            : " and its list of " + FormattedCount.of(alert.cameIn(), "new article");
    return "Removes the alert" + lost + " for good.";
  }

  public String saved(AlertView alert) {
    return FormattedMoment.of(alert.createdAt());
  }
}
