package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import org.apache.lucene.search.Query;

/**
 * The hits of a search, for multi-select facets. Each facet is counted without its own filter: its
 * counts show what selecting one more of its values would add.
 *
 * @param matching the query without its filters
 * @param most the most values of each facet to list, at least 1
 */
record FilteredHits(HitSet hits, Query matching, Filters filters, int most, SearchBudget budget) {

  /** The share of the remaining time for each count beyond the hits. */
  private static final double ASIDE = 0.3;

  /** With more hits, it is quicker to wait until all facets are read. */
  private static final int FEW = 10_000;

  /** Reads counts. */
  interface TallyReader<T> {
    T read(FacetTally tally) throws IOException;
  }

  /**
   * Whether it is quicker to count the hits straight from the index than to wait for the archive's
   * facets, which another thread is reading. Hits of a search with filters wait, since without one
   * of the filters they may be many.
   */
  boolean areFewToWaitFor() {
    return budget.snapshot().isReadingFacets()
        && hits.size() <= FEW
        && FacetField.KEYWORDS.stream().allMatch(facet -> filters.of(facet).isEmpty());
  }

  /** The names that were found in the articles. */
  FoundNames names() {
    return budget.snapshot().names();
  }

  /** The counts of all hits. */
  FacetTally tally() throws IOException {
    return tally(hits);
  }

  private FacetTally tally(HitSet those) throws IOException {
    return new FacetTally(those, budget.snapshot().facets(), most);
  }

  /**
   * Reads the counts of a facet.
   *
   * @param all the counts of all hits
   */
  <T> T read(FacetField facet, FacetTally all, TallyReader<T> reader) throws IOException {
    HitSet those = without(facet);
    if (those.equals(hits)) {
      return reader.read(all);
    }
    try (FacetTally others = tally(those)) {
      return reader.read(others);
    }
  }

  /** The hits without the filter on a facet; the actual hits if there is no time to search. */
  HitSet without(FacetField facet) throws IOException {
    if (filters.of(facet).isEmpty()) {
      return hits;
    }
    BoundedSearcher aside = budget.finder(ASIDE);
    Query wider = FilterClause.to(filters.without(facet), names()).of(matching);
    HitSet found = budget.snapshot().recent().of(wider, aside);
    return aside.isCut() ? hits : found;
  }
}
