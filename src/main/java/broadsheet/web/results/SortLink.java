package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SortOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sort order, a search mode, a period or a number of hits a page, and the same search with it.
 */
public record SortLink(String label, String href, boolean isCurrent) {

  /** All sort orders. */
  static List<SortLink> orders(SearchParameters parameters) {
    return Arrays.stream(SortOrder.values()).map(sort -> order(sort, parameters)).toList();
  }

  private static SortLink order(SortOrder sort, SearchParameters parameters) {
    String label =
        switch (sort) {
          case RELEVANCE -> "Relevance";
          case NEWEST -> "Newest first";
          case OLDEST -> "Oldest first";
          case ADDED -> "Recently added";
        };
    String href = parameters.withSort(sort).toQueryString().after("/search");
    return new SortLink(label, href, sort == parameters.sort());
  }

  /** The numbers of hits a page. */
  static List<SortLink> sizes(SearchParameters parameters) {
    return Stream.of(10, 25, 50, 100)
        .map(
            size ->
                new SortLink(
                    Integer.toString(size),
                    parameters.withSize(size).toQueryString().after("/search"),
                    size == parameters.size()))
        .toList();
  }

  /**
   * The last week, month and year, as far as the archive has reached them, and its own last year
   * where it ends earlier.
   *
   * @param lastDay the latest day of an article; empty if none is dated
   */
  static List<SortLink> periods(
      SearchParameters parameters, LocalDate today, Optional<LocalDate> lastDay) {
    LocalDate last = lastDay.orElse(LocalDate.MIN);
    Map<String, LocalDate> since = new LinkedHashMap<>();
    since.put("Past week", today.minusWeeks(1));
    since.put("Past month", today.minusMonths(1));
    since.put("Past year", today.minusYears(1));
    since.values().removeIf(from -> last.isBefore(from));
    if (since.size() < 3 && lastDay.isPresent()) {
      since.put("Last year of the archive", last.minusYears(1).plusDays(1));
    }
    return since.entrySet().stream()
        .map(period -> period(parameters, period.getKey(), Optional.of(period.getValue())))
        .toList();
  }

  private static SortLink period(
      SearchParameters parameters, String label, Optional<LocalDate> from) {
    Filters filters = parameters.filters();
    String href =
        parameters
            .withFilters(filters.between(from, Optional.empty()))
            .toQueryString()
            .after("/search");
    return new SortLink(label, href, filters.from().equals(from) && filters.to().isEmpty());
  }

  /** All search modes. */
  static List<SortLink> modes(SearchParameters parameters) {
    return Arrays.stream(SearchMode.values()).map(mode -> mode(mode, parameters)).toList();
  }

  private static SortLink mode(SearchMode mode, SearchParameters parameters) {
    String label = mode == SearchMode.LEXICAL ? "Words" : "Words and meaning";
    return new SortLink(label, address(parameters, mode), mode == parameters.mode());
  }

  /** The same search in another mode. */
  static String address(SearchParameters parameters, SearchMode mode) {
    return parameters.withMode(mode).toQueryString().after("/search");
  }
}
