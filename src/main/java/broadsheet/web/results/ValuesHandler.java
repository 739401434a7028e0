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
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedValue;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.page.TypedText;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /values}: every value that the articles of a search have in a facet, of which the
 * page of the search lists the most frequent.
 */
public record ValuesHandler(Archive archive, Renderer renderer) {
  public static final String PATH = "/values";

  static final String FACET = Parameters.FACET.label();
  static final String FIND = Parameters.FIND.label();

  /** The most values on a page. */
  static final int SIZE = 200;

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
    String wanted = TypedText.folded(find);
    List<FacetCount> counts =
        all.stream()
            .filter(
                each -> TypedText.folded(FormattedValue.of(facet, each.value())).contains(wanted))
            .collect(Collectors.toList());
    int first = Math.min(counts.size(), (parameters.page() - 1) * SIZE);
    List<FacetCount> shown = counts.subList(first, Math.min(counts.size(), first + SIZE));
    ValuesView view =
        new ValuesView(facet.label(), find, counts.size(), parameters.page(), FacetValue.of(shown));
    return new Found(parameters, facet, shown, view);
  }

  /**
   * The page with every value of a facet.
   *
   * @param frame the page frame
   * @param view the data, as in its JSON twin
   * @param heading the name of the facet
   * @param values the values of this page, each a link that adds it to the search or removes it
   * @param kept the parameters that the form keeps
   * @param back the page of the search
   * @param previous the page before; null on the first
   * @param next the page after; null on the last
   */
  public record ValuesPage(
      PageFrame frame,
      ValuesView view,
      String heading,
      List<FacetGroup.Value> values,
      List<QueryString.Pair> kept,
      String back,
      @Nullable String previous,
      @Nullable String next) {

    static ValuesPage of(PageFrame frame, ValuesHandler.Found found) {
      SearchParameters search = found.parameters().whole();
      FacetField facet = found.facet();
      ValuesView view = found.view();
      String find = view.find();
      boolean hasNext = view.total() > view.page() * ValuesHandler.SIZE;
      return new ValuesPage(
          frame,
          view,
          facet.heading(),
          FacetGroup.values(facet, found.counts(), search),
          search.toQueryString().pairs(),
          search.toQueryString().after("/search"),
          view.page() > 1 ? ValuesHandler.address(facet, search, find, view.page() - 1) : null,
          hasNext ? ValuesHandler.address(facet, search, find, view.page() + 1) : null);
    }

    /** The number of values: {@code 143 values}. */
    public String count() {
      return FormattedCount.of(view.total(), "value");
    }
  }

  /**
   * All values of a facet. Component names are the JSON keys of {@code /values.json}; the page
   * shows the same.
   *
   * @param facet the name of the facet
   * @param find the text that the values contain, whatever capitals and accents; empty for all
   * @param total the number of values that contain it
   * @param page the page of them, from 1
   * @param values the values of this page, the most frequent first
   */
  public record ValuesView(
      String facet, String find, int total, int page, List<FacetValue> values) {}
}
