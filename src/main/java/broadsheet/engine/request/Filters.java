package broadsheet.engine.request;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restricts a search beyond its query. Filters change neither ranking nor marks. Immutable.
 *
 * @param from the first calendar day, included; empty for no bound
 * @param to the last calendar day, included; empty for no bound
 * @param values for each facet, the selected whole values in exact spelling: an article must have
 *     any of them within a facet, and satisfy all facets
 * @param versions the versions of articles that are searched at all
 * @param addedAfter the number of a published state: an article must have come with a later one;
 *     empty for no bound
 * @param addedIn lower numbers that are enough for articles of some collections, by their names
 */
public record Filters(
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Map<FacetField, List<String>> values,
    VersionScope versions,
    Optional<Long> addedAfter,
    Map<String, Long> addedIn) {

  /** Filters without a bound on when articles came. */
  public Filters(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Map<FacetField, List<String>> values,
      VersionScope versions) {
    this(from, to, values, versions, Optional.empty(), Map.of());
  }

  /** Filters on the latest versions. */
  public Filters(
      Optional<LocalDate> from, Optional<LocalDate> to, Map<FacetField, List<String>> values) {
    this(from, to, values, VersionScope.LATEST);
  }

  public Filters {
    Map<FacetField, List<String>> copy = new EnumMap<>(FacetField.class);
    values.forEach(
        (facet, wanted) -> {
          if (facet == FacetField.YEAR) {
            wanted.forEach(Filters::requireYear);
          }
          if (!wanted.isEmpty()) {
            copy.put(facet, List.copyOf(wanted));
          }
        });
    values = Collections.unmodifiableMap(copy);
    addedIn = Map.copyOf(addedIn);
  }

  private static void requireYear(String value) {
    if (!isYear(value)) {
      throw new IllegalArgumentException("not a year of four digits: " + value);
    }
  }

  /** Whether {@link FacetField#YEAR} accepts a value: {@code 0001} to {@code 9999}. */
  public static boolean isYear(String value) {
    return value.matches("[0-9]{4}") && !value.equals("0000");
  }

  public static Filters none() {
    return new Filters(Optional.empty(), Optional.empty(), Map.of());
  }

  /** These filters without those on one facet. */
  public Filters without(FacetField facet) {
    return with(facet, List.of());
  }

  /** These filters with these values selected for one facet; an empty list removes the filter. */
  public Filters with(FacetField facet, List<String> wanted) {
    Map<FacetField, List<String>> others = new EnumMap<>(FacetField.class);
    others.putAll(values);
    others.put(facet, wanted);
    return new Filters(from, to, others, versions, addedAfter, addedIn);
  }

  /** These filters with other bounds on the date. */
  public Filters between(Optional<LocalDate> first, Optional<LocalDate> last) {
    return new Filters(first, last, values, versions, addedAfter, addedIn);
  }

  /** These filters on other versions of articles. */
  public Filters of(VersionScope wanted) {
    return new Filters(from, to, values, wanted, addedAfter, addedIn);
  }

  /**
   * These filters on articles that came with a later state than one.
   *
   * @param lower earlier states that count instead for some collections, by their names
   */
  public Filters addedAfter(long state, Map<String, Long> lower) {
    return new Filters(from, to, values, versions, Optional.of(state), lower);
  }

  /** The selected values of a facet; empty where it is not filtered. */
  public List<String> of(FacetField facet) {
    return values.getOrDefault(facet, List.of());
  }

  /** Whether they leave out no article of the versions that are searched. */
  public boolean isEmpty() {
    return from.isEmpty() && to.isEmpty() && values.isEmpty() && addedAfter.isEmpty();
  }
}
