package broadsheet.lucene.snapshot;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;

/** Counts how many articles have each value of a keyword facet. Stateless. */
public final class FacetCounter {
  private FacetCounter() {}

  /**
   * The values that most of these hits have, most frequent first; empty when there are none.
   *
   * @param wanted values that are also counted and come last, however few hits have them
   */
  public static List<FacetCount> count(
      ReaderSnapshot snapshot, FacetField facet, FacetsCollector hits, List<String> wanted)
      throws IOException {
    Optional<StringDocValuesReaderState> state = snapshot.facetState(facet);
    return state.isEmpty()
        ? List.of()
        : top(
            new StringValueFacetCounts(state.get(), hits),
            facet,
            SearchResults.MAX_FACET_VALUES,
            wanted);
  }

  /**
   * The most frequent values over all articles.
   *
   * @param most the most values to return
   */
  static List<FacetCount> countAll(ReaderSnapshot snapshot, FacetField facet, int most)
      throws IOException {
    Optional<StringDocValuesReaderState> state = snapshot.facetState(facet);
    return state.isEmpty()
        ? List.of()
        : top(new StringValueFacetCounts(state.get()), facet, most, List.of());
  }

  private static List<FacetCount> top(
      StringValueFacetCounts counts, FacetField facet, int most, List<String> wanted)
      throws IOException {
    String field = IndexSchema.valuesOf(facet);
    FacetResult result = counts.getTopChildren(most, field);
    if (result == null) {
      return List.of();
    }
    List<FacetCount> top = new ArrayList<>();
    for (LabelAndValue value : result.labelValues) {
      top.add(new FacetCount(value.label, value.value.longValue()));
    }
    for (String value : wanted) {
      String whole = FacetValues.indexed(value);
      long count = counts.getSpecificValue(field, whole).longValue();
      if (count > 0 && top.stream().noneMatch(counted -> counted.value().equals(whole))) {
        top.add(new FacetCount(whole, count));
      }
    }
    return top;
  }
}
