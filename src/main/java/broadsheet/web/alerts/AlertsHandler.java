package broadsheet.web.alerts;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.DeskException;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.result.AlertCount;
import broadsheet.engine.result.Hit;
import broadsheet.export.AtomFeed;
import broadsheet.operation.ArchiveOperation;
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
import org.jspecify.annotations.Nullable;

/** Answers {@code /alerts} and its JSON twin, and the page and feed of each saved search. */
public final class AlertsHandler {

  /** The number of new articles shown on a page and in a feed. */
  private static final int SHOWN = 50;

  private final Archive archive;
  private final Renderer renderer;
  private final Access access;
  private final AlertCounter counter;

  /**
   * @param access decides who may save and remove searches
   */
  public AlertsHandler(Archive archive, Renderer renderer, Access access) {
    this.archive = archive;
    this.renderer = renderer;
    this.access = access;
    counter = new AlertCounter(archive.engine());
  }

  private Map<String, AlertCount> counts(List<SavedSearch> searches, Context context) {
    return counter.of(searches, text -> archive.parsed(text, context));
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(AlertAddress.LIST, "See the alerts, or save this search as one")
            .taking(ArchiveOperation.SAVE_SEARCH.parameters()),
        Operation.get(AlertAddress.LIST + ".json", "List the alerts")
            .answeringJson(AlertsView.class),
        Operation.page(AlertAddress.page("{id}"), "See the matches of an alert"),
        Operation.get(AlertAddress.feed("{id}"), "Follow the matches of an alert")
            .answering(AtomFeed.TYPE));
  }

  /** Shows the list, and offers to save the search in the address. */
  public void html(Context context) {
    boolean mayChange = access.mayChangeByForm(context);
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters asked = SearchParameters.of(given).asked();
    List<SavedSearch> searches = searches(context);
    AlertsView view = AlertsView.of(searches, counts(searches, context));
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
    List<SavedSearch> searches = searches(context);
    Body.send(context, renderer.json(AlertsView.of(searches, counts(searches, context))));
  }

  /** Shows the page of a saved search or, with the suffix, its feed. */
  public void one(Context context) {
    String name = context.pathParam("name");
    if (name.endsWith(AlertAddress.FEED_ENDING)) {
      int end = name.length() - AlertAddress.FEED_ENDING.length();
      Found found = found(name.substring(0, end), all(context), context);
      byte[] feed = feed(found, Site.of(context)).bytes();
      Body.send(context, new Body(feed, AtomFeed.TYPE));
    } else {
      Found found = found(name, searches(context), context);
      PageFrame frame =
          renderer
              .assets()
              .frame(title(found.view()), "results.css", found.parameters())
              .following(found.view().feed());
      Body.send(
          context,
          renderer.html(
              "alert", AlertPage.of(frame, found.view(), found.hits(), found.parameters())));
    }
  }

  private record Found(
      SavedSearch saved, SearchParameters parameters, AlertView view, List<Hit> hits) {}

  private Found found(String id, List<SavedSearch> searches, Context context) {
    SavedSearch saved =
        searches.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal(noAlert()));
    AlertView view = AlertView.of(saved, counts(List.of(saved), context).get(id));
    AlertSearch asked = AlertView.asked(saved, text -> archive.parsed(text, context));
    boolean isAny = view.cameIn() == null || view.cameIn() > 0;
    List<Hit> hits = isAny ? archive.engine().search(asked.request(SHOWN)).hits() : List.of();
    return new Found(saved, AlertView.parameters(saved), view, hits);
  }

  private AtomFeed feed(Found found, String site) {
    Instant updated =
        found.hits().stream()
            .flatMap(hit -> hit.addedAt().stream())
            .findFirst()
            .orElse(found.saved().createdAt());
    return new AtomFeed(
        title(found.view()) + " · Alerts · Broadsheet",
        "",
        site,
        found.view().feed(),
        AlertAddress.page(found.saved().id()),
        updated,
        found.hits().stream().map(hit -> new AtomFeed.Entry(hit, hit.addedAt())).toList());
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
