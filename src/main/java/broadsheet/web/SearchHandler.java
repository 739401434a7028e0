package broadsheet.web;

import broadsheet.engine.SearchRequest;
import broadsheet.engine.SearchResults;
import broadsheet.query.ParsedQuery;
import io.javalin.http.Context;
import java.util.List;

/** Answers {@code /search} and {@code /search.json}. */
final class SearchHandler {
  private final Archive archive;
  private final Renderer renderer;

  SearchHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  void html(Context context) {
    Search search = search(context);
    String query = search.parameters().text();
    PageFrame frame =
        renderer
            .assets()
            .frame(
                query.isBlank() ? "All articles" : query,
                "results.css",
                search.parameters(),
                "selection.js")
            .following(FeedHandler.address(search.parameters()));
    SearchPage page = SearchPage.of(frame, search.view(), search.parameters(), search.results());
    Answers.send(context, renderer.html("search", page));
  }

  void json(Context context) {
    Answers.send(context, renderer.json(search(context).view()));
  }

  private record Search(SearchParameters parameters, SearchResults results, SearchView view) {}

  private Search search(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters = SearchParameters.of(given);
    ParsedQuery query = archive.parser().apply(parameters.text());
    SearchRequest request = parameters.request(query.root());
    SearchResults results = archive.engine().search(request);
    SearchView.QueryView asked = SearchView.QueryView.of(query).and(strangers(given));
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
