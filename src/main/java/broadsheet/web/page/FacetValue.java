package broadsheet.web.page;

import broadsheet.engine.result.FacetCount;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A value of a facet. Component names are JSON keys.
 *
 * @param count the number of hits that have it
 * @param found those in whose text it was found, as a name; absent if none
 */
public record FacetValue(
    String value, long count, @JsonInclude(JsonInclude.Include.NON_DEFAULT) long found) {

  /** The values with these counts. */
  public static List<FacetValue> of(List<FacetCount> counts) {
    return counts.stream()
        .map(each -> new FacetValue(each.value(), each.count(), each.found()))
        .toList();
  }
}
