package broadsheet.web.alerts;

import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.AlertCount;
import broadsheet.query.ParsedQuery;
import broadsheet.web.link.AlertAddress;
import broadsheet.web.page.HitView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
 * @param cameIn the number of new articles since; null where there was no time to count them
 * @param latest when the update began that brought the latest of them, ISO 8601; null if there are
 *     none
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
    @Nullable Long cameIn,
    @Nullable String latest) {

  /** A filter, such as {@code source} and an outlet. */
  public record Narrowed(String name, String value) {}

  /**
   * The view of a saved search.
   *
   * @param count its new articles; null if they were not counted
   */
  public static AlertView of(SavedSearch saved, @Nullable AlertCount count) {
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
        count == null ? null : count.count(),
        count == null ? null : count.latest().map(Instant::toString).orElse(null));
  }

  /**
   * The search among the articles that came since it was saved.
   *
   * @param parser reads its query
   */
  public static AlertSearch asked(SavedSearch saved, Function<String, ParsedQuery> parser) {
    SearchParameters parameters = parameters(saved);
    return new AlertSearch(
        parser.apply(parameters.text()).root(),
        parameters.filters(),
        saved.since(),
        saved.sinceIn());
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
