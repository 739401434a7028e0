package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.VersionScope;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.DayRange;
import broadsheet.web.page.FormattedValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An active filter.
 *
 * @param name the kind of filter, such as {@code Source}
 * @param value in words
 * @param href the search without it
 */
public record Chip(String name, String value, String href) {

  /** All active filters. */
  public static List<Chip> of(SearchParameters parameters) {
    Filters filters = parameters.filters();
    List<Chip> chips = new ArrayList<>();
    Optional<DayRange> days =
        filters.from().flatMap(from -> filters.to().map(to -> new DayRange(from, to)));
    if (days.filter(DayRange::isWhole).isPresent()) {
      Filters without = filters.between(Optional.empty(), Optional.empty());
      chips.add(chip("Published", days.get().printed(), parameters, without));
    } else {
      Filters untilThen = filters.between(Optional.empty(), filters.to());
      Filters sinceThen = filters.between(filters.from(), Optional.empty());
      filters.from().map(day -> day("From", day, parameters, untilThen)).ifPresent(chips::add);
      filters.to().map(day -> day("To", day, parameters, sinceThen)).ifPresent(chips::add);
    }
    if (filters.versions() == VersionScope.ALL) {
      chips.add(chip("Versions", "all", parameters, filters.of(VersionScope.LATEST)));
    }
    for (FacetField facet : FacetField.values()) {
      for (String value : filters.of(facet)) {
        List<String> others = filters.of(facet).stream().filter(v -> !v.equals(value)).toList();
        String printed = FormattedValue.of(facet, value);
        chips.add(chip(facet.title(), printed, parameters, filters.with(facet, others)));
      }
    }
    return chips;
  }

  private static Chip day(
      String name, LocalDate day, SearchParameters parameters, Filters without) {
    return chip(name, DateLabel.of(day), parameters, without);
  }

  private static Chip chip(
      String name, String value, SearchParameters parameters, Filters without) {
    String href = parameters.withFilters(without).toQueryString().after("/search");
    return new Chip(name, value, href);
  }
}
