package broadsheet.web.results;

import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.FacetValue;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedValue;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Answers {@code /values}: every value that the articles of a search have in a facet, of which the
 * page of the search lists the most frequent.
 */
public final class ValuesHandler {
  public static final String PATH = "/values";

  static final String FACET = Parameters.FACET.label();
  static final String FIND = Parameters.FIND.label();

  /** The most values on a page. */
  static final int SIZE = 200;

  private final Archive archive;
  private final Renderer renderer;

  public ValuesHandler(Archive archive, Renderer renderer) {
    this.archive = archive;
    this.renderer = renderer;
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    ArchiveOperation values = ArchiveOperation.VALUES;
    return List.of(
        Operation.page(PATH, values.summary()).taking(values.parameters()),
        Operation.get(PATH + ".json", values.summary())
            .taking(values.parameters())
            .answeringJson(ValuesView.class));
  }

  /** The address of the values of a facet in the articles of a search. */
  static String address(FacetField facet, SearchParameters search) {
    return address(facet, search, "", 1);
  }

  static String address(FacetField facet, SearchParameters search, String find, int page) {
    List<QueryString.Pair> pairs =
        new ArrayList<>(search.whole().withPage(page).toQueryString().pairs());
    pairs.add(new QueryString.Pair(FACET, facet.label()));
    if (!find.isEmpty()) {
      pairs.add(new QueryString.Pair(FIND, find));
    }
    return new QueryString(pairs).after(PATH);
  }

  /** The values of a page, and what was asked for. */
  record Found(
      SearchParameters parameters, FacetField facet, List<FacetCount> counts, ValuesView view) {}

  public void html(Context context) {
    Found found = found(context);
    PageFrame frame =
        renderer.assets().frame(found.facet().heading(), "results.css", found.parameters());
    Body.send(context, renderer.html("all-values", ValuesPage.of(frame, found)));
  }

  public void json(Context context) {
    Body.send(context, renderer.json(found(context).view()));
  }

  private Found found(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters = SearchParameters.of(given);
    ParameterReader reader = new ParameterReader(given);
    FacetField facet = reader.choice(Parameters.FACET, FacetField.class);
    reader.refuseComplaints();
    List<String> typed = given.filled(FIND);
    String find = typed.isEmpty() ? "" : typed.getLast().strip();
    List<FacetCount> all =
        archive
            .engine()
            .values(
                facet,
                archive.parsed(parameters.text(), context).root(),
                parameters.filters().without(facet));
    String wanted = NameCard.folded(find);
    List<FacetCount> counts =
        all.stream()
            .filter(each -> NameCard.folded(PrintedValue.of(facet, each.value())).contains(wanted))
            .collect(Collectors.toList());
    int first = Math.min(counts.size(), (parameters.page() - 1) * SIZE);
    List<FacetCount> shown = counts.subList(first, Math.min(counts.size(), first + SIZE));
    ValuesView view =
        new ValuesView(facet.label(), find, counts.size(), parameters.page(), FacetValue.of(shown));
    return new Found(parameters, facet, shown, view);
  }
}
