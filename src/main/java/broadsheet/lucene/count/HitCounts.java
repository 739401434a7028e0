package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Timeline;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
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

  /** The share of the remaining time for each count beyond the hits. */
  private static final double ASIDE = 0.3;

  private final HitSet hits;
  private final Query matching;
  private final Filters filters;
  private final SearchBudget budget;
  private @Nullable DatedHits dated;

  /**
   * Starts with nothing counted.
   *
   * @param matching the query without its filters
   */
  public HitCounts(HitSet hits, Query matching, Filters filters, SearchBudget budget) {
    this.hits = hits;
    this.matching = matching;
    this.filters = filters;
    this.budget = budget;
  }

  /** The hits over time. */
  public Timeline timeline(boolean isComplete) throws IOException {
    return dated().timeline(isComplete);
  }

  private DatedHits dated() throws IOException {
    DatedHits counted = dated == null ? TimelineCounter.dated(hits) : dated;
    dated = counted;
    return counted;
  }

  /** Facets without values are absent. */
  public Map<FacetField, List<FacetCount>> facets() throws IOException {
    Map<FacetField, List<FacetCount>> facets = new EnumMap<>(FacetField.class);
    try (FacetTally all = tally(hits)) {
      for (FacetField facet : FacetField.values()) {
        List<FacetCount> counts = counts(facet, all);
        if (!counts.isEmpty()) {
          facets.put(facet, counts);
        }
      }
    }
    return facets;
  }

  private FacetTally tally(HitSet those) throws IOException {
    return FacetTally.of(those, budget.snapshot().facets());
  }

  /**
   * @param all the counts of all hits
   */
  private List<FacetCount> counts(FacetField facet, FacetTally all) throws IOException {
    List<String> wanted = filters.of(facet);
    HitSet over = wanted.isEmpty() ? hits : without(facet);
    boolean isOverAll = over.equals(hits);
    if (facet == FacetField.YEAR) {
      return years(isOverAll ? dated() : TimelineCounter.dated(over), wanted);
    }
    if (isOverAll) {
      return all.top(facet, wanted);
    }
    try (FacetTally others = tally(over)) {
      return others.top(facet, wanted);
    }
  }

  /** The hits without the filter on a facet; the actual hits, where there is no time to look. */
  private HitSet without(FacetField facet) throws IOException {
    BoundedSearcher aside = budget.finder(ASIDE);
    Query wider = FilterClause.to(filters.without(facet)).of(matching);
    HitSet found = HitSet.of(wider, aside);
    return aside.isCut() ? hits : found;
  }

  private static List<FacetCount> years(DatedHits hits, List<String> wanted) {
    List<FacetCount> all = hits.years();
    List<FacetCount> counts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i < SearchResults.MAX_FACET_VALUES || wanted.contains(all.get(i).value())) {
        counts.add(all.get(i));
      }
    }
    return counts;
  }
}
