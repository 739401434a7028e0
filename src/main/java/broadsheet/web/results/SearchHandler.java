package broadsheet.web.results;

import broadsheet.engine.SearchRequest;
import broadsheet.engine.SearchResults;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.web.address.Parameter;
import broadsheet.web.address.QueryString;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.judging.Judging;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.HitView;
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
  private final Judging judging;

  public SearchHandler(Archive archive, Renderer renderer, Judging judging) {
    this.archive = archive;
    this.renderer = renderer;
    this.judging = judging;
  }

  public void html(Context context) {
    Search search = search(context);
    judging.letFormsTellTheirOrigin(context);
    String query = search.parameters().text();
    PageFrame frame =
        renderer
            .assets()
            .frame(query.isBlank() ? "All articles" : query, "results.css", search.parameters())
            .following(FeedHandler.address(search.parameters()));
    List<HitEntry> hits =
        search.results().hits().stream().map(hit -> HitEntry.of(hit, search.parameters())).toList();
    List<HitEntry> entries = judging.entries(hits, search.parameters(), search.query());
    SearchPage page =
        SearchPage.of(frame, search.view(), search.parameters(), search.results(), entries);
    Body.send(context, renderer.html("search", page));
  }

  public void json(Context context) {
    Body.send(context, renderer.json(search(context).view()));
  }

  private record Search(
      SearchParameters parameters, QueryNode query, SearchResults results, SearchView view) {}

  private Search search(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters = SearchParameters.of(given);
    ParsedQuery query = archive.parser().apply(parameters.text());
    SearchRequest request = parameters.request(query.root());
    SearchResults results = archive.engine().search(request);
    QueryView asked = QueryView.of(query).and(strangers(given));
    SearchView view = SearchView.of(asked, request, results);
    List<HitView> hits = judging.views(view.hits(), query.root());
    return new Search(parameters, query.root(), results, view.withHits(hits));
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
