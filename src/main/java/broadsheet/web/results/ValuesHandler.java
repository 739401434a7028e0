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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /values}: every value that the articles of a search have in a facet, of which the
 * page of the search lists the most frequent.
 */
public record ValuesHandler(Archive archive, Renderer renderer) {
  public static final String PATH = "/values";

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
    return address(search, Wanted.all(facet), 1);
  }

  static String address(SearchParameters search, Wanted wanted, int page) {
    List<QueryString.Pair> pairs =
        new ArrayList<>(search.whole().withPage(page).toQueryString().pairs());
    pairs.add(new QueryString.Pair(Parameters.FACET.label(), wanted.facet().label()));
    if (!wanted.find().isEmpty()) {
      pairs.add(new QueryString.Pair(Parameters.FIND.label(), wanted.find()));
    }
    if (wanted.isByName()) {
      pairs.add(new QueryString.Pair(Parameters.VALUE_ORDER.label(), wanted.order()));
    }
    return new QueryString(pairs).after(PATH);
  }

  /**
   * The values to list.
   *
   * @param find the text that they contain, whatever capitals and accents; empty for all
   * @param order {@code count} or {@code name}
   */
  record Wanted(FacetField facet, String find, String order) {
    static Wanted all(FacetField facet) {
      return new Wanted(facet, "", Parameters.VALUE_ORDER.standard());
    }

    static Wanted of(QueryString given) {
      ParameterReader reader = new ParameterReader(given);
      Wanted wanted =
          new Wanted(
              reader.choice(Parameters.FACET, FacetField.class),
              reader.text(Parameters.FIND).strip(),
              reader.choice(Parameters.VALUE_ORDER));
      reader.refuseComplaints();
      return wanted;
    }

    boolean isByName() {
      return !order.equals(Parameters.VALUE_ORDER.standard());
    }

    /** The same values in another order. */
    Wanted by(String other) {
      return new Wanted(facet, find, other);
    }

    private String folded(FacetCount value) {
      return TypedText.folded(FormattedValue.of(facet, value.value()));
    }

    /** Those of all values, the most frequent first. */
    List<FacetCount> of(List<FacetCount> all) {
      String part = TypedText.folded(find);
      Stream<FacetCount> values = all.stream().filter(value -> folded(value).contains(part));
      return (isByName() ? values.sorted(Comparator.comparing(this::folded)) : values).toList();
    }
  }

  /** The values of a page, and what was asked for. */
  record Found(
      SearchParameters parameters, Wanted wanted, List<FacetCount> counts, ValuesView view) {}

  public void html(Context context) {
    Found found = found(context);
    PageFrame frame =
        renderer
            .assets()
            .frame(found.wanted().facet().heading(), "results.css", found.parameters());
    Body.send(context, renderer.html("all-values", ValuesPage.of(frame, found)));
  }

  public void json(Context context) {
    Body.send(context, renderer.json(found(context).view()));
  }

  private Found found(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters = SearchParameters.of(given);
    Wanted wanted = Wanted.of(given);
    FacetField facet = wanted.facet();
    List<FacetCount> counts =
        wanted.of(
            archive
                .engine()
                .values(
                    facet,
                    archive.parsed(parameters.text(), context).root(),
                    parameters.filters().without(facet)));
    int page = parameters.page();
    List<FacetCount> shown = counts.stream().skip((page - 1L) * SIZE).limit(SIZE).toList();
    ValuesView view =
        new ValuesView(
            facet.label(),
            wanted.find(),
            wanted.order(),
            counts.size(),
            page,
            FacetValue.of(shown));
    return new Found(parameters, wanted, shown, view);
  }

  /**
   * The page with every value of a facet.
   *
   * @param frame the page frame
   * @param view the data, as in its JSON twin
   * @param heading the name of the facet
   * @param orders the orders there are
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
      List<SortLink> orders,
      List<FacetGroup.Value> values,
      List<QueryString.Pair> kept,
      String back,
      @Nullable String previous,
      @Nullable String next) {

    static ValuesPage of(PageFrame frame, ValuesHandler.Found found) {
      SearchParameters search = found.parameters().whole();
      Wanted wanted = found.wanted();
      FacetField facet = wanted.facet();
      ValuesView view = found.view();
      boolean hasNext = view.total() > view.page() * SIZE;
      return new ValuesPage(
          frame,
          view,
          facet.heading(),
          Parameters.VALUE_ORDER.choices().stream().map(by -> order(by, wanted, search)).toList(),
          FacetGroup.values(facet, found.counts(), search),
          search.toQueryString().pairs(),
          search.toQueryString().after("/search"),
          view.page() > 1 ? address(search, wanted, view.page() - 1) : null,
          hasNext ? address(search, wanted, view.page() + 1) : null);
    }

    private static SortLink order(String by, Wanted wanted, SearchParameters search) {
      String label = by.equals("name") ? "By name" : "Most frequent first";
      return new SortLink(label, address(search, wanted.by(by), 1), by.equals(wanted.order()));
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
   * @param order {@code count}, the most frequent first, or {@code name}
   * @param total the number of values that contain it
   * @param page the page of them, from 1
   * @param values the values of this page
   */
  public record ValuesView(
      String facet, String find, String order, int total, int page, List<FacetValue> values) {}
}
