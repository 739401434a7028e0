package broadsheet.web.alerts;

import broadsheet.alert.SavedSearch;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.web.address.Refusal;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.AlertAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved search as data.
 *
 * @param query its text; empty for every article
 * @param reading how it was understood when it was saved
 * @param narrowed what narrows it beside the query
 * @param search the path and query of the same search
 * @param feed the path of its feed
 * @param createdAt when it was saved, ISO 8601
 * @param cameIn how many articles came in since
 * @param latest when the last of them came in, ISO 8601; null when none did
 */
public record AlertView(
    String id,
    String query,
    String reading,
    List<Narrowed> narrowed,
    String search,
    String feed,
    String createdAt,
    long cameIn,
    @Nullable String latest) {

  /** What narrows a search: {@code source} and an outlet, say. */
  public record Narrowed(String name, String value) {}

  /**
   * As it stands.
   *
   * @param sum what came in for it; null when nothing did
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
        sum == null ? 0 : sum.count(),
        sum == null ? null : sum.latest().toString());
  }

  /** What it asks for. One that was mended by hand into nonsense asks for its text alone. */
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
