package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Timeline;
import broadsheet.web.link.ListAddress;
import broadsheet.web.page.DayRange;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of one facet, each a link that adds or removes it as a filter.
 *
 * @param name the heading
 * @param id the facet's id in the page
 * @param shown the values shown first: those chosen, then the most frequent
 * @param more the rest
 * @param all the page with every value, if there may be more; null otherwise
 */
public record FacetGroup(
    String name, String id, List<Value> shown, List<Value> more, @Nullable String all) {

  /** The collections of an archive with several, the date, then from the most to the least used. */
  static final List<FacetField> ORDER =
      List.of(
          FacetField.COLLECTION,
          FacetField.YEAR,
          FacetField.PERSON,
          FacetField.SOURCE,
          FacetField.SECTION,
          FacetField.TOPIC,
          FacetField.PLACE,
          FacetField.ORGANISATION,
          FacetField.AUTHOR,
          FacetField.SPEAKER,
          FacetField.LANGUAGE,
          FacetField.EDITION,
          FacetField.CORRECTION_OF);

  /** Number of values shown first, beyond those chosen. */
  private static final int SHOWN = 6;

  /** With more, the year is chosen first. */
  private static final int MOST_MONTHS = 24;

  /** A single leftover value is shown rather than hidden. */
  private static final int TOO_FEW_TO_HIDE = 1;

  /**
   * A value, its number of hits, and the search with it added or removed.
   *
   * @param basis how many hits only state a name that is found in the texts of others; empty for
   *     all other values
   */
  public record Value(String label, String count, String basis, String href, boolean isChosen) {}

  /** The facets that offer a choice. */
  static List<FacetGroup> of(SearchParameters parameters, SearchResults results) {
    List<FacetGroup> groups = new ArrayList<>();
    for (FacetField facet : ORDER) {
      List<FacetCount> counts = results.facets().getOrDefault(facet, List.of());
      FacetGroup group = of(facet, counts, parameters, results.tiers().all() > 0);
      if (group.isOfUse(results.total())) {
        groups.add(group);
      }
      if (facet == FacetField.YEAR) {
        months(parameters, results).ifPresent(groups::add);
      }
    }
    return groups;
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
            lists.add(new Value(name, FormattedCount.of(count), "", in(name, parameters), false)));
    return lists.isEmpty()
        ? Optional.empty()
        : Optional.of(new FacetGroup("Lists", "list", lists, List.of(), null));
  }

  /** The months that the hits lie in, the latest first; empty for a single one, or many years. */
  static Optional<FacetGroup> months(SearchParameters parameters, SearchResults results) {
    Timeline timeline = results.timeline();
    boolean isByMonth = timeline.unit() == Timeline.Unit.MONTH;
    List<Timeline.Bucket> months = isByMonth ? timeline.buckets() : results.months();
    return months.size() < 2 || months.size() > MOST_MONTHS
        ? Optional.empty()
        : Optional.of(
            split(
                "Month",
                "month",
                months.reversed().stream().map(month -> month(month, parameters)).toList()));
  }

  private static Value month(Timeline.Bucket month, SearchParameters parameters) {
    DayRange days = DayRange.of(month.start(), Timeline.Unit.MONTH);
    return new Value(
        days.printed(),
        FormattedCount.of(month.count()),
        "",
        TimelineChart.href(month.start(), Timeline.Unit.MONTH, parameters),
        false);
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
            && shown.getFirst().count.equals(FormattedCount.of(total)));
  }

  /**
   * @param hasWhole whether articles match the whole query, of which all values can be listed
   */
  private static FacetGroup of(
      FacetField facet, List<FacetCount> counts, SearchParameters parameters, boolean hasWhole) {
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
        facet.heading(),
        facet.label(),
        values(facet, chosen, counts, parameters),
        values(facet, others.subList(split, others.size()), counts, parameters),
        hasWhole && hasMore(facet, counts) ? ValuesHandler.address(facet, parameters) : null);
  }

  /**
   * Values that lead elsewhere.
   *
   * @param href the address that a value leads to
   */
  public static FacetGroup of(
      FacetField facet, List<FacetCount> counts, Function<String, String> href) {
    List<Value> values =
        counts.stream()
            .map(
                count ->
                    new Value(
                        FormattedValue.of(facet, count.value()),
                        FormattedCount.of(count.count()),
                        basis(count, counts),
                        href.apply(count.value()),
                        false))
            .toList();
    return split(facet.heading(), facet.label(), values);
  }

  private static FacetGroup split(String name, String id, List<Value> values) {
    int split = values.size() - SHOWN <= TOO_FEW_TO_HIDE ? values.size() : SHOWN;
    return new FacetGroup(
        name, id, values.subList(0, split), values.subList(split, values.size()), null);
  }

  private static boolean hasMore(FacetField facet, List<FacetCount> counts) {
    return facet != FacetField.YEAR && counts.size() >= SearchResults.MAX_FACET_VALUES;
  }

  /** Values that are added to a search, or removed. */
  static List<Value> values(
      FacetField facet, List<FacetCount> counts, SearchParameters parameters) {
    return values(facet, counts, counts, parameters);
  }

  private static List<Value> values(
      FacetField facet, List<FacetCount> some, List<FacetCount> all, SearchParameters parameters) {
    return some.stream().map(count -> value(facet, count, basis(count, all), parameters)).toList();
  }

  /** Nothing where no names are found, so that no archive without them speaks of it. */
  private static String basis(FacetCount count, List<FacetCount> all) {
    long stated = count.count() - count.found();
    boolean isTold = stated > 0 && all.stream().anyMatch(each -> each.found() > 0);
    return isTold
        ? (count.found() == 0 ? "stated" : FormattedCount.of(stated) + " only stated")
        : "";
  }

  private static Value value(
      FacetField facet, FacetCount count, String basis, SearchParameters parameters) {
    Filters filters = parameters.filters();
    List<String> wanted = new ArrayList<>(filters.of(facet));
    boolean isChosen = wanted.remove(count.value());
    if (!isChosen) {
      wanted.add(count.value());
    }
    return new Value(
        FormattedValue.of(facet, count.value()),
        FormattedCount.of(count.count()),
        basis,
        parameters.withFilters(filters.with(facet, wanted)).toQueryString().after("/search"),
        isChosen);
  }
}
