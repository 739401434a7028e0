package broadsheet.web.takeaway;

import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.web.address.Parameter;
import broadsheet.web.address.QueryString;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.address.Site;
import broadsheet.web.openapi.Input;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Answers with the newest articles of a search as a feed. */
public final class FeedHandler {
  public static final String PATH = "/search.atom";

  private static final int NEWEST = 50;

  private final Archive archive;

  public FeedHandler(Archive archive) {
    this.archive = archive;
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.get(PATH, "Follow the newest articles of a search")
            .taking(
                Input.search(
                    Parameter.PAGE,
                    Parameter.SIZE,
                    Parameter.AFTER,
                    Parameter.SORT,
                    Parameter.WORDS))
            .answering(AtomFeed.TYPE));
  }

  public void atom(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters =
        SearchParameters.of(given.without(Parameter.PAGE, Parameter.SIZE, Parameter.AFTER));
    SearchRequest request =
        new SearchRequest(
            archive.parsed(parameters.text(), context).root(),
            parameters.filters(),
            SortOrder.NEWEST,
            1,
            NEWEST,
            Optional.empty(),
            !parameters.showsDuplicates(),
            false,
            SearchMode.LEXICAL);
    AtomFeed feed =
        new AtomFeed(
            parameters.text().isBlank() ? "Broadsheet" : parameters.text() + " · Broadsheet",
            Site.of(context),
            address(parameters),
            parameters.withSort(SortOrder.NEWEST).toQueryString().after("/search"),
            archive.engine().summary().builtAt(),
            fullMatches(archive.engine().search(request)).stream()
                .map(AtomFeed.Entry::of)
                .toList());
    Body.send(context, feed.body());
  }

  /** Feed readers want full matches, not partial ones. */
  private static List<Hit> fullMatches(SearchResults results) {
    return results.tiers().all() == 0 ? List.of() : results.hits();
  }

  /** The address of a search's feed. */
  public static String address(SearchParameters parameters) {
    return parameters.whole().withSort(SortOrder.RELEVANCE).toQueryString().after(PATH);
  }
}
