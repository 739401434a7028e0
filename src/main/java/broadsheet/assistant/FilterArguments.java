package broadsheet.assistant;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments that limit an answer to some articles: the filters of the search page. */
final class FilterArguments {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final int MOST_VALUES = 20;

  private FilterArguments() {}

  /** Their JSON Schemas by name. */
  static Map<String, Object> schemas() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    schemas.put(FROM, ToolSchemas.day("only articles published on or after this day"));
    schemas.put(TO, ToolSchemas.day("only articles published on or before this day"));
    for (FacetField facet : FacetField.values()) {
      schemas.put(facet.label(), ToolSchemas.texts(description(facet), MOST_VALUES));
    }
    return schemas;
  }

  private static String description(FacetField facet) {
    return facet == FacetField.YEAR
        ? "only articles from any of these years, of four digits"
        : "only articles with any of these whole values, as the archive spells them";
  }

  /**
   * The filters of a call.
   *
   * @throws UnanswerableException if a day or year is none, or the days are in the wrong order
   */
  static Filters of(ToolCall call) {
    Optional<LocalDate> from = call.day(FROM);
    Optional<LocalDate> to = call.day(TO);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw new UnanswerableException(
          "from must not be later than to: %s is after %s.".formatted(from.get(), to.get()));
    }
    Filters filters = Filters.none().between(from, to);
    for (FacetField facet : FacetField.values()) {
      List<String> wanted = call.texts(facet.label());
      if (facet == FacetField.YEAR && !wanted.stream().allMatch(Filters::isYear)) {
        throw new UnanswerableException("year takes years of four digits, such as 1987.");
      }
      filters = filters.with(facet, wanted);
    }
    return filters;
  }
}
