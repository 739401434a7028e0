package broadsheet.lucene.search;

import broadsheet.engine.FacetCount;
import broadsheet.engine.FacetField;
import broadsheet.engine.SearchResults;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;

/** Counts how many of a search's hits have each value. Stateless. */
final class FacetCounter {
  private FacetCounter() {}

  /** The counts of every facet that has any. */
  static Map<FacetField, List<FacetCount>> count(ReaderSnapshot snapshot, FacetsCollector hits)
      throws IOException {
    Map<FacetField, List<FacetCount>> counts = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.values()) {
      Optional<StringDocValuesReaderState> state = snapshot.facetState(facet);
      if (state.isPresent()) {
        List<FacetCount> values =
            top(
                new StringValueFacetCounts(state.get(), hits),
                IndexSchema.valuesOf(facet),
                SearchResults.MAX_FACET_VALUES);
        if (!values.isEmpty()) {
          counts.put(facet, values);
        }
      }
    }
    return counts;
  }

  /**
   * The counts of one facet over all articles, the most frequent values first.
   *
   * @param most no more than so many values
   */
  static List<FacetCount> countAll(ReaderSnapshot snapshot, FacetField facet, int most)
      throws IOException {
    Optional<StringDocValuesReaderState> state = snapshot.facetState(facet);
    if (state.isEmpty()) {
      return List.of();
    }
    return top(new StringValueFacetCounts(state.get()), IndexSchema.valuesOf(facet), most);
  }

  private static List<FacetCount> top(StringValueFacetCounts counts, String field, int most)
      throws IOException {
    FacetResult result = counts.getTopChildren(most, field);
    return result == null
        ? List.of()
        : Arrays.stream(result.labelValues)
            .map(value -> new FacetCount(value.label, value.value.longValue()))
            .toList();
  }
}
