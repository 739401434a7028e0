package broadsheet.web.takeaway;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.export.AtomFeed;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryNode;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.request.Site;
import io.javalin.http.Context;
import java.util.List;

/** Answers with the newest articles of a search as a feed. */
public record FeedHandler(Archive archive) {
  public static final String PATH = "/search.atom";

  /** The most entries of a feed. */
  public static final int NEWEST = 50;

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.get(PATH, ArchiveOperation.FEED.summary())
            .taking(ArchiveOperation.FEED.parameters())
            .answering(AtomFeed.TYPE));
  }

  public void atom(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters =
        SearchParameters.of(given.without(Parameters.PAGE, Parameters.SIZE, Parameters.AFTER));
    QueryNode query = archive.parsed(parameters.text(), context).root();
    SearchRequest newest =
        new SearchRequest(query, parameters.filters(), SortOrder.NEWEST, 1, NEWEST)
            .withoutCounts()
            .matching(Match.ALL);
    SearchResults results =
        archive.engine().search(parameters.showsDuplicates() ? newest.unfolded() : newest);
    List<Hit> hits = results.hits();
    AtomFeed feed =
        new AtomFeed(
            parameters.text().isBlank() ? "Broadsheet" : parameters.text() + " · Broadsheet",
            content(hits.size(), results),
            Site.of(context),
            address(parameters),
            parameters.withSort(SortOrder.NEWEST).toQueryString().after("/search"),
            archive.engine().summary().builtAt(),
            hits.stream().map(AtomFeed.Entry::of).toList());
    Body.send(context, new Body(feed.bytes(), AtomFeed.TYPE));
  }

  /** The share of the page's articles that the feed contains, in words. */
  private static String content(int entries, SearchResults results) {
    DownloadContent whole = DownloadContent.of(results);
    if (entries == 0) {
      return "No article matches the whole query.";
    }
    String share =
        entries < whole.articles()
            ? "The %s newest of %s".formatted(entries, FormattedCount.of(whole.total(), "article"))
            : whole.share();
    return whole.grouped() > 0 ? share + ". " + whole.leftOut().getFirst() : share;
  }

  /** The address of a search's feed. */
  public static String address(SearchParameters parameters) {
    return parameters.whole().withSort(SortOrder.RELEVANCE).toQueryString().after(PATH);
  }
}
