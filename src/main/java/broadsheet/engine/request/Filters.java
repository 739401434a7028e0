package broadsheet.engine.request;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What narrows a search beside its query. It never changes ranking or marks. Immutable.
 *
 * @param from the first calendar day, included; empty for no bound
 * @param to the last calendar day, included; empty for no bound
 * @param values for each facet the wanted whole values, in exact spelling: any of them within a
 *     facet, all of the facets together
 */
public record Filters(
    Optional<LocalDate> from, Optional<LocalDate> to, Map<FacetField, List<String>> values) {

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
  }

  private static void requireYear(String value) {
    if (!isYear(value)) {
      throw new IllegalArgumentException("not a year of four digits: " + value);
    }
  }

  /** Whether a value is one that {@link FacetField#YEAR} takes: {@code 0001} to {@code 9999}. */
  public static boolean isYear(String value) {
    return value.matches("[0-9]{4}") && !value.equals("0000");
  }

  public static Filters none() {
    return new Filters(Optional.empty(), Optional.empty(), Map.of());
  }

  /** The same, whatever values of one facet are wanted. */
  public Filters without(FacetField facet) {
    return with(facet, List.of());
  }

  /** The same, but of one facet only these values are wanted; any where there is none. */
  public Filters with(FacetField facet, List<String> wanted) {
    Map<FacetField, List<String>> others = new EnumMap<>(FacetField.class);
    others.putAll(values);
    others.put(facet, wanted);
    return new Filters(from, to, others);
  }

  /** The same between other days. */
  public Filters between(Optional<LocalDate> first, Optional<LocalDate> last) {
    return new Filters(first, last, values);
  }

  /** The wanted values of a facet; empty where all are. */
  public List<String> of(FacetField facet) {
    return values.getOrDefault(facet, List.of());
  }

  public boolean isEmpty() {
    return from.isEmpty() && to.isEmpty() && values.isEmpty();
  }
}
