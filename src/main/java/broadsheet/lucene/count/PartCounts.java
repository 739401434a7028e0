package broadsheet.lucene.count;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.request.Counting;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * The hits of one part of an archive by facet and by date, to be sent; see {@link HitCounts}.
 *
 * @param values the values of each keyword facet, without its own filter
 * @param dates the dates of all hits
 * @param withoutYears the hits without the filter on years; empty where there is none
 * @param words the number of words of all hits; 0 unless the request asks for it
 */
public record PartCounts(
    Map<FacetField, Values> values, PartDates dates, Optional<PartDates> withoutYears, long words) {

  /** Number of values of each facet that a part lists at first. */
  public static final int NAMED = 200;

  /**
   * The values of a facet.
   *
   * @param top the most frequent first, then those that are filters
   * @param isCut whether there may be more
   * @param least the hits of the least frequent value listed first; 0 if there is none
   */
  public record Values(List<FacetCount> top, boolean isCut, long least) {}

  /**
   * The hits of a part.
   *
   * @param isComplete whether all articles were looked at
   */
  public record Hits(HitSet all, boolean isComplete) {}

  /**
   * Counts the hits of a part.
   *
   * @param matching the query without its filters
   * @param named the number of values of each facet to list
   */
  public static PartCounts of(
      Hits found, Query matching, SearchRequest request, int named, SearchBudget budget)
      throws IOException {
    Filters filters = request.filters();
    FilteredHits hits = new FilteredHits(found.all(), matching, filters, named, budget);
    boolean isComplete = found.isComplete();
    Map<FacetField, Values> values = new EnumMap<>(FacetField.class);
    try (FacetTally all = hits.tally()) {
      for (FacetField facet : FacetField.KEYWORDS) {
        Values counted = hits.read(facet, all, tally -> values(facet, tally, filters, named));
        values.put(facet, facet == FacetField.COLLECTION ? withFirst(counted, hits) : counted);
      }
    }
    Optional<PartDates> withoutYears =
        filters.of(FacetField.YEAR).isEmpty()
            ? Optional.empty()
            : Optional.of(PartDates.of(hits.without(FacetField.YEAR), isComplete));
    return new PartCounts(
        values,
        PartDates.of(hits.hits(), isComplete),
        withoutYears,
        request.counting() == Counting.WORDS ? WordSum.of(hits.hits()) : 0);
  }

  private static Values values(FacetField facet, FacetTally tally, Filters filters, int named)
      throws IOException {
    List<FacetCount> top = tally.top(facet, filters.of(facet));
    List<FacetCount> first = top.subList(0, Math.min(named, top.size()));
    return new Values(top, first.size() == named, first.isEmpty() ? 0 : first.getLast().count());
  }

  /** With the first collection: this part does not know whether others have articles of more. */
  private static Values withFirst(Values others, FilteredHits hits) throws IOException {
    List<FacetCount> all = new ArrayList<>(others.top());
    long named = all.stream().mapToLong(FacetCount::count).sum();
    long first = hits.without(FacetField.COLLECTION).size() - named;
    if (first > 0) {
      all.add(new FacetCount(ArchiveCollection.FIRST.name(), first));
    }
    return new Values(List.copyOf(all), others.isCut(), others.least());
  }

  /**
   * Values to count.
   *
   * @param named whole values
   * @param hashed values that have these hashes
   */
  public record Wanted(Map<FacetField, List<String>> named, Map<FacetField, List<Long>> hashed) {

    /** Whether there are none. */
    public boolean isEmpty() {
      return named.isEmpty() && hashed.isEmpty();
    }
  }

  /** Counts the hits of a part for each of some values; by hash, only values that any hit has. */
  public static Map<FacetField, List<FacetCount>> of(
      HitSet hits, Query matching, Filters filters, Wanted wanted, SearchBudget budget)
      throws IOException {
    FilteredHits found = new FilteredHits(hits, matching, filters, 1, budget);
    Map<FacetField, List<FacetCount>> counts = new EnumMap<>(FacetField.class);
    try (FacetTally all = found.tally()) {
      for (Map.Entry<FacetField, List<Long>> each : wanted.hashed().entrySet()) {
        FacetField facet = each.getKey();
        counts.put(
            facet, found.read(facet, all, tally -> tally.withHashes(facet, each.getValue())));
      }
      for (Map.Entry<FacetField, List<String>> each : wanted.named().entrySet()) {
        FacetField facet = each.getKey();
        counts.put(facet, found.read(facet, all, tally -> tally.counts(facet, each.getValue())));
      }
    }
    return counts;
  }

  /**
   * The counts of some facets' values, identified by their hashes.
   *
   * @param least for each facet, the fewest hits of a value that is included if there are many
   *     values
   */
  public static Map<FacetField, HashedCounts> hashed(
      HitSet hits,
      Query matching,
      Filters filters,
      Map<FacetField, Integer> least,
      SearchBudget budget)
      throws IOException {
    FilteredHits found = new FilteredHits(hits, matching, filters, 1, budget);
    Map<FacetField, HashedCounts> counts = new EnumMap<>(FacetField.class);
    try (FacetTally all = found.tally()) {
      for (Map.Entry<FacetField, Integer> each : least.entrySet()) {
        FacetField facet = each.getKey();
        counts.put(facet, found.read(facet, all, tally -> tally.hashed(facet, each.getValue())));
      }
    }
    return counts;
  }
}
