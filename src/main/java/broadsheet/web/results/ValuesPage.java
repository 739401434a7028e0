package broadsheet.web.results;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    return PrintedCount.of(view.total(), "value");
  }
}
