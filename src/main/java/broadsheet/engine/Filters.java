package broadsheet.engine;

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
          if (!wanted.isEmpty()) {
            copy.put(facet, List.copyOf(wanted));
          }
        });
    values = Collections.unmodifiableMap(copy);
  }

  public static Filters none() {
    return new Filters(Optional.empty(), Optional.empty(), Map.of());
  }

  public boolean isEmpty() {
    return from.isEmpty() && to.isEmpty() && values.isEmpty();
  }
}
