package broadsheet.web.alerts;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.DeskException;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.export.AtomFeed;
import broadsheet.operation.ArchiveOperation;
import broadsheet.query.QueryNode;
import broadsheet.web.link.AlertAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import broadsheet.web.request.Site;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers {@code /alerts} and its JSON twin, and the page and feed of each saved search. */
public final class AlertsHandler {

  /** The number of new articles shown on a page and in a feed. */
  private static final int SHOWN = 50;

  private final Archive archive;
  private final Renderer renderer;
  private final Access access;

  /**
   * @param access decides who may save and remove searches
   */
  public AlertsHandler(Archive archive, Renderer renderer, Access access) {
    this.archive = archive;
    this.renderer = renderer;
    this.access = access;
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(AlertAddress.LIST, "See the saved searches, or save this one")
            .taking(ArchiveOperation.SAVE_SEARCH.parameters()),
        Operation.get(AlertAddress.LIST + ".json", "List the saved searches")
            .answeringJson(AlertsView.class),
        Operation.page(AlertAddress.page("{id}"), "See the matches of a saved search"),
        Operation.get(AlertAddress.feed("{id}"), "Follow the matches of a saved search")
            .answering(AtomFeed.TYPE));
  }

  /** Shows the list, and offers to save the search in the address. */
  public void html(Context context) {
    boolean mayChange = access.mayChangeByForm(context);
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters asked = SearchParameters.of(given).asked();
    List<SavedSearch> searches = searches(context);
    AlertsView view = AlertsView.of(searches, archive.engine().arrivalSums());
    List<PageFrame.Feed> feeds =
        view.alerts().stream()
            .map(alert -> new PageFrame.Feed(title(alert), alert.feed()))
            .toList();
    PageFrame frame =
        renderer.assets().frame("Alerts", "alerts.css", SearchParameters.none()).following(feeds);
    Body.send(
        context,
        renderer.html("alerts", new AlertsPage(frame, view, offer(asked, searches), mayChange)));
  }

  private AlertsPage.@Nullable Offer offer(SearchParameters asked, List<SavedSearch> searches) {
    QueryString search = asked.toQueryString();
    if (search.pairs().isEmpty()) {
      return null;
    }
    return new AlertsPage.Offer(
        QueryView.of(archive.parser().apply(asked.text())),
        AlertView.narrowed(asked.filters()),
        search.pairs(),
        searches.stream()
            .filter(each -> each.search().equals(search.encoded()))
            .map(SavedSearch::id)
            .findFirst()
            .orElse(""));
  }

  public void json(Context context) {
    Body.send(
        context, renderer.json(AlertsView.of(searches(context), archive.engine().arrivalSums())));
  }

  /** Shows the page of a saved search or, with the suffix, its feed. */
  public void one(Context context) {
    String name = context.pathParam("name");
    if (name.endsWith(AlertAddress.FEED_ENDING)) {
      int end = name.length() - AlertAddress.FEED_ENDING.length();
      Found found = found(name.substring(0, end), all(context));
      byte[] feed = feed(found, Site.of(context)).bytes();
      Body.send(context, new Body(feed, AtomFeed.TYPE));
    } else {
      Found found = found(name, searches(context));
      PageFrame frame =
          renderer
              .assets()
              .frame(title(found.view()), "results.css", found.parameters())
              .following(found.view().feed());
      Body.send(
          context,
          renderer.html(
              "arrivals",
              ArrivalsPage.of(frame, found.view(), found.arrivals(), found.parameters())));
    }
  }

  private record Found(
      SavedSearch saved, SearchParameters parameters, AlertView view, List<Arrival> arrivals) {}

  private Found found(String id, List<SavedSearch> searches) {
    SavedSearch search =
        searches.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal(noAlert()));
    Map<String, ArrivalSum> sums = archive.engine().arrivalSums();
    SearchParameters parameters = AlertView.parameters(search);
    QueryNode query = archive.parser().apply(parameters.text()).root();
    return new Found(
        search,
        parameters,
        AlertView.of(search, sums.get(id)),
        archive.engine().arrivals(id, query, SHOWN));
  }

  private AtomFeed feed(Found found, String site) {
    Instant updated =
        found.arrivals().isEmpty() ? found.saved().createdAt() : found.arrivals().getFirst().at();
    return new AtomFeed(
        title(found.view()) + " · Alerts · Broadsheet",
        "",
        site,
        found.view().feed(),
        AlertAddress.page(found.saved().id()),
        updated,
        found.arrivals().stream()
            .map(arrival -> new AtomFeed.Entry(arrival.hit(), Optional.of(arrival.at())))
            .toList());
  }

  private static String title(AlertView alert) {
    return alert.query().isBlank() ? alert.reading() : alert.query();
  }

  static Problem noAlert() {
    return new Problem(
        "No such alert", 404, "No search is saved under this address. It may have been removed.");
  }

  /** The saved searches of this reader. */
  private List<SavedSearch> searches(Context context) {
    return all(context).stream().filter(archive.lists().actor(context)::owns).toList();
  }

  /**
   * The saved searches of all users: feed readers seldom have a user, so a feed's address is its
   * key.
   */
  private List<SavedSearch> all(Context context) {
    try {
      return archive.lists().desk(context).searches().all();
    } catch (DeskException e) {
      throw AlertChanges.refusal(e);
    }
  }
}
