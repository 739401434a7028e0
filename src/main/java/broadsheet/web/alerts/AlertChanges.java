package broadsheet.web.alerts;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.DeskException;
import broadsheet.desk.NotOwnerException;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearches;
import broadsheet.operation.ArchiveOperation;
import broadsheet.query.ParsedQuery;
import broadsheet.web.link.AlertAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.request.Access;
import broadsheet.web.request.FormBody;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves and removes searches: {@code POST /alerts} and {@code POST /alerts/{id}/remove}. Open only
 * to clients that may make changes.
 */
public final class AlertChanges {

  private static final Logger LOG = LoggerFactory.getLogger(AlertChanges.class);

  private final Archive archive;
  private final Access access;

  /**
   * @param access decides who may save and remove searches
   */
  public AlertChanges(Archive archive, Access access) {
    this.archive = archive;
    this.access = access;
  }

  private SavedSearches saved(Context context) {
    return archive.lists().desk(context).searches();
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.form(AlertAddress.LIST, "Save a search")
            .taking(ArchiveOperation.SAVE_SEARCH.parameters()),
        Operation.form(AlertAddress.page("{id}") + "/remove", "Remove an alert"));
  }

  /** Saves the submitted search and redirects to it in the list. */
  public void save(Context context) {
    access.requireChange(context);
    SearchParameters asked = SearchParameters.of(FormBody.of(context)).asked();
    ParsedQuery query = archive.parser().apply(asked.text());
    try {
      // before it is saved, so that no article falls between
      Map<String, Long> states = archive.states();
      SavedSearch search =
          saved(context).add(asked.toQueryString().encoded(), query.reading(), states);
      context.redirect(AlertAddress.LIST + "#" + search.id(), HttpStatus.SEE_OTHER);
    } catch (DeskException e) {
      throw refusal(e);
    }
  }

  /**
   * Removes a saved search; does nothing if it does not exist. One that belongs to another user is
   * answered as not found.
   */
  public void remove(Context context) {
    access.requireChange(context);
    try {
      saved(context).remove(context.pathParam("id"));
      context.redirect(AlertAddress.LIST, HttpStatus.SEE_OTHER);
    } catch (NotOwnerException e) {
      throw new Refusal(AlertsHandler.noAlert());
    } catch (DeskException e) {
      throw refusal(e);
    }
  }

  /** The fault names files, so it is only logged. */
  static Refusal refusal(DeskException e) {
    LOG.error("Alerts cannot be read or kept: {}", e.getMessage());
    return new Refusal(
        new Problem(
            "Alerts are unavailable",
            503,
            "The list of alerts could not be read or written. Look whether a change was kept before"
                + " you repeat it, and see the server’s log for the cause."));
  }
}
