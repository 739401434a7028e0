package broadsheet.web.alerts;

import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.web.link.AlertAddress;
import broadsheet.web.page.HitView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved search as data.
 *
 * @param query its text; empty for every article
 * @param reading the interpretation of the query when it was saved
 * @param narrowed its filters
 * @param search the path and query of the same search
 * @param feed the path of its feed
 * @param createdAt when it was saved, ISO 8601
 * @param owner the user it belongs to; absent when it belongs to all
 * @param cameIn the number of new articles since
 * @param latest when the latest of them was indexed, ISO 8601; null if there are none
 */
public record AlertView(
    String id,
    String query,
    String reading,
    List<Narrowed> narrowed,
    String search,
    String feed,
    String createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String owner,
    long cameIn,
    @Nullable String latest) {

  /** A filter, such as {@code source} and an outlet. */
  public record Narrowed(String name, String value) {}

  /**
   * The view of a saved search.
   *
   * @param sum its new articles; null if there are none
   */
  public static AlertView of(SavedSearch saved, @Nullable ArrivalSum sum) {
    SearchParameters parameters = parameters(saved);
    return new AlertView(
        saved.id(),
        parameters.text(),
        saved.reading(),
        narrowed(parameters.filters()),
        parameters.toQueryString().after("/search"),
        AlertAddress.feed(saved.id()),
        saved.createdAt().toString(),
        HitView.filledOrNull(saved.owner()),
        sum == null ? 0 : sum.count(),
        sum == null ? null : sum.latest().toString());
  }

  /**
   * Its parameters. If its entry was edited by hand and is no longer valid, only its text counts.
   */
  static SearchParameters parameters(SavedSearch saved) {
    try {
      return SearchParameters.parse(saved.search()).asked();
    } catch (Refusal e) {
      return SearchParameters.none().withText(saved.search());
    }
  }

  static List<Narrowed> narrowed(Filters filters) {
    List<Narrowed> narrowed = new ArrayList<>();
    filters.from().ifPresent(day -> narrowed.add(new Narrowed("from", day.toString())));
    filters.to().ifPresent(day -> narrowed.add(new Narrowed("to", day.toString())));
    for (FacetField facet : FacetField.values()) {
      filters.of(facet).forEach(value -> narrowed.add(new Narrowed(facet.label(), value)));
    }
    return List.copyOf(narrowed);
  }
}
