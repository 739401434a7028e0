package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Timeline;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Counts all hits of a search by facet and by date. The values of a facet that filters the search
 * are counted without that filter, to show what selecting one more would add. Not thread-safe.
 */
public final class HitCounts {

  private final FilteredHits found;
  private @Nullable DatedHits dated;

  /**
   * Starts with nothing counted.
   *
   * @param matching the query without its filters
   */
  public HitCounts(HitSet hits, Query matching, Filters filters, SearchBudget budget) {
    found = new FilteredHits(hits, matching, filters, SearchResults.MAX_FACET_VALUES, budget);
  }

  /** The hits over time. */
  public Timeline timeline(boolean isComplete) throws IOException {
    return dated().timeline(isComplete);
  }

  private DatedHits dated() throws IOException {
    DatedHits counted = dated == null ? TimelineCounter.dated(found.hits()) : dated;
    dated = counted;
    return counted;
  }

  /** Facets without values are absent. */
  public Map<FacetField, List<FacetCount>> facets() throws IOException {
    Map<FacetField, List<FacetCount>> facets = new EnumMap<>(FacetField.class);
    try (FacetTally all = found.tally()) {
      for (FacetField facet : FacetField.values()) {
        List<FacetCount> counts = counts(facet, all);
        if (!counts.isEmpty()) {
          facets.put(facet, counts);
        }
      }
    }
    return facets;
  }

  /**
   * @param all the counts of all hits
   */
  private List<FacetCount> counts(FacetField facet, FacetTally all) throws IOException {
    List<String> wanted = found.filters().of(facet);
    if (facet == FacetField.YEAR) {
      HitSet those = found.without(facet);
      return (those.equals(found.hits()) ? dated() : TimelineCounter.dated(those)).years(wanted);
    }
    return found.read(facet, all, tally -> tally.top(facet, wanted));
  }
}
