package broadsheet.web.results;

import broadsheet.engine.SearchRequest;
import broadsheet.engine.SearchResults;
import broadsheet.query.ParsedQuery;
import broadsheet.web.address.Parameter;
import broadsheet.web.address.QueryString;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import broadsheet.web.page.Renderer;
import broadsheet.web.takeaway.FeedHandler;
import io.javalin.http.Context;
import java.util.List;

/** Answers {@code /search} and {@code /search.json}. */
public final class SearchHandler {
  private final Archive archive;
  private final Renderer renderer;

  public SearchHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  public void html(Context context) {
    Search search = search(context);
    String query = search.parameters().text();
    PageFrame frame =
        renderer
            .assets()
            .frame(query.isBlank() ? "All articles" : query, "results.css", search.parameters())
            .following(FeedHandler.address(search.parameters()));
    SearchPage page = SearchPage.of(frame, search.view(), search.parameters(), search.results());
    Body.send(context, renderer.html("search", page));
  }

  public void json(Context context) {
    Body.send(context, renderer.json(search(context).view()));
  }

  private record Search(SearchParameters parameters, SearchResults results, SearchView view) {}

  private Search search(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters = SearchParameters.of(given);
    ParsedQuery query = archive.parser().apply(parameters.text());
    SearchRequest request = parameters.request(query.root());
    SearchResults results = archive.engine().search(request);
    QueryView asked = QueryView.of(query).and(strangers(given));
    SearchView view = SearchView.of(asked, request, results);
    return new Search(parameters, results, view);
  }

  private static List<String> strangers(QueryString given) {
    return given.pairs().stream()
        .map(QueryString.Pair::name)
        .filter(Parameter::isStrange)
        .distinct()
        .map(name -> "“" + name + "” in the address does nothing here")
        .toList();
  }
}
