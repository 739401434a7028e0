package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.web.link.ListAddress;
import broadsheet.web.page.PrintedCount;
import broadsheet.web.page.PrintedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one facet, each a link that adds or removes it as a filter.
 *
 * @param name the heading
 * @param id the facet's id in the page
 * @param shown the values shown first: those chosen, then the most frequent
 * @param more the rest
 */
public record FacetGroup(String name, String id, List<Value> shown, List<Value> more) {

  /** Number of values shown first, beyond those chosen. */
  private static final int SHOWN = 6;

  /** A single leftover value is shown rather than hidden. */
  private static final int TOO_FEW_TO_HIDE = 1;

  /** A value, its number of hits, and the search with it added or removed. */
  public record Value(String label, String count, String href, boolean isChosen) {}

  /** The facets that offer a choice. */
  static List<FacetGroup> of(SearchParameters parameters, SearchResults results) {
    return Arrays.stream(FacetField.values())
        .map(facet -> of(facet, results.facets().getOrDefault(facet, List.of()), parameters))
        .filter(group -> group.isOfUse(results.total()))
        .toList();
  }

  /**
   * The reader's lists that have hits; empty if none has.
   *
   * @param counts hits by the name of their list
   */
  static Optional<FacetGroup> of(Map<String, Long> counts, SearchParameters parameters) {
    List<Value> lists = new ArrayList<>();
    counts.forEach(
        (name, count) ->
            lists.add(new Value(name, PrintedCount.of(count), in(name, parameters), false)));
    return lists.isEmpty()
        ? Optional.empty()
        : Optional.of(new FacetGroup("Lists", "list", lists, List.of()));
  }

  private static String in(String list, SearchParameters parameters) {
    String text = parameters.text().isBlank() ? "" : "(" + parameters.text() + ") ";
    return parameters
        .withText(text + ListAddress.query(list))
        .withPage(1)
        .toQueryString()
        .after("/search");
  }

  /** Whether the facet offers a choice: a single value that all hits share does not. */
  private boolean isOfUse(long total) {
    boolean isSingle = shown.size() == 1 && more.isEmpty();
    return !shown.isEmpty()
        && !(isSingle
            && !shown.getFirst().isChosen
            && shown.getFirst().count.equals(PrintedCount.of(total)));
  }

  private static FacetGroup of(
      FacetField facet, List<FacetCount> counts, SearchParameters parameters) {
    List<String> wanted = parameters.filters().of(facet);
    List<FacetCount> chosen = new ArrayList<>();
    List<FacetCount> others = new ArrayList<>();
    for (FacetCount count : counts) {
      (wanted.contains(count.value()) ? chosen : others).add(count);
    }
    if (facet == FacetField.YEAR) {
      others.sort(Comparator.comparing(FacetCount::value).reversed());
    }
    int room = Math.max(0, SHOWN - chosen.size());
    int split = others.size() - room <= TOO_FEW_TO_HIDE ? others.size() : room;
    chosen.addAll(others.subList(0, split));
    return new FacetGroup(
        facet.title(),
        facet.label(),
        values(facet, chosen, parameters),
        values(facet, others.subList(split, others.size()), parameters));
  }

  private static List<Value> values(
      FacetField facet, List<FacetCount> counts, SearchParameters parameters) {
    return counts.stream().map(count -> value(facet, count, parameters)).toList();
  }

  private static Value value(FacetField facet, FacetCount count, SearchParameters parameters) {
    Filters filters = parameters.filters();
    List<String> wanted = new ArrayList<>(filters.of(facet));
    boolean isChosen = wanted.remove(count.value());
    if (!isChosen) {
      wanted.add(count.value());
    }
    return new Value(
        PrintedValue.of(facet, count.value()),
        PrintedCount.of(count.count()),
        parameters.withFilters(filters.with(facet, wanted)).toQueryString().after("/search"),
        isChosen);
  }
}
