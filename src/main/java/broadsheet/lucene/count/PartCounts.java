package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.schema.FacetValues;
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
 * @param values of each keyword facet, without its own filter
 * @param dates of all hits
 * @param withoutYears the hits without the filter on years; empty where there is none
 */
public record PartCounts(
    Map<FacetField, Values> values, PartDates dates, Optional<PartDates> withoutYears) {

  /** How many values of each facet a part names at first. */
  public static final int NAMED = 200;

  /** The share of the remaining time for each count beyond the hits. */
  private static final double ASIDE = 0.3;

  /**
   * The values of a facet.
   *
   * @param top the most frequent first, then those that are filters
   * @param isCut whether there may be more
   * @param least how many hits the least frequent of those first has; 0 where there is none
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
   * @param named how many values of each facet to name
   */
  public static PartCounts of(
      Hits found, Query matching, Filters filters, int named, SearchBudget budget)
      throws IOException {
    HitSet hits = found.all();
    boolean isComplete = found.isComplete();
    Counting counting = new Counting(hits, matching, filters, named, budget);
    Map<FacetField, Values> values = new EnumMap<>(FacetField.class);
    try (FacetTally all = FacetTally.of(hits, budget.snapshot().facets(), named)) {
      for (FacetField facet : FacetField.KEYWORDS) {
        values.put(facet, counting.of(facet, all, tally -> values(facet, tally, filters, named)));
      }
    }
    Optional<PartDates> withoutYears =
        filters.of(FacetField.YEAR).isEmpty()
            ? Optional.empty()
            : Optional.of(PartDates.of(counting.without(FacetField.YEAR), isComplete));
    return new PartCounts(values, PartDates.of(hits, isComplete), withoutYears);
  }

  private static Values values(FacetField facet, FacetTally tally, Filters filters, int named)
      throws IOException {
    List<FacetCount> first = tally.top(facet, List.of());
    List<FacetCount> top = new ArrayList<>(first);
    for (String wanted : filters.of(facet)) {
      String whole = FacetValues.indexed(wanted);
      long count = tally.count(facet, whole);
      if (count > 0 && first.stream().noneMatch(value -> value.value().equals(whole))) {
        top.add(new FacetCount(whole, count));
      }
    }
    return new Values(top, first.size() == named, first.isEmpty() ? 0 : first.getLast().count());
  }

  /**
   * How many hits of a part have each of some values.
   *
   * @param wanted whole values
   */
  public static Map<FacetField, List<FacetCount>> of(
      HitSet hits,
      Query matching,
      Filters filters,
      Map<FacetField, List<String>> wanted,
      SearchBudget budget)
      throws IOException {
    Counting counting = new Counting(hits, matching, filters, 1, budget);
    Map<FacetField, List<FacetCount>> counts = new EnumMap<>(FacetField.class);
    try (FacetTally all = FacetTally.of(hits, budget.snapshot().facets())) {
      for (Map.Entry<FacetField, List<String>> each : wanted.entrySet()) {
        FacetField facet = each.getKey();
        counts.put(
            facet,
            counting.of(
                facet,
                all,
                tally -> {
                  List<FacetCount> counted = new ArrayList<>();
                  for (String value : each.getValue()) {
                    counted.add(new FacetCount(value, tally.count(facet, value)));
                  }
                  return counted;
                }));
      }
    }
    return counts;
  }

  /** What is counted, facet by facet. */
  private record Counting(
      HitSet hits, Query matching, Filters filters, int named, SearchBudget budget) {

    /** Reads counts. */
    private interface Reading<T> {
      T read(FacetTally tally) throws IOException;
    }

    /** Reads the counts of a facet without its own filter. */
    <T> T of(FacetField facet, FacetTally all, Reading<T> reading) throws IOException {
      if (filters.of(facet).isEmpty()) {
        return reading.read(all);
      }
      try (FacetTally others = FacetTally.of(without(facet), budget.snapshot().facets(), named)) {
        return reading.read(others);
      }
    }

    /** The hits without the filter on a facet; the actual hits, where there is no time to look. */
    HitSet without(FacetField facet) throws IOException {
      BoundedSearcher aside = budget.finder(ASIDE);
      Query wider = FilterClause.to(filters.without(facet)).of(matching);
      HitSet found = HitSet.of(wider, aside);
      return aside.isCut() ? hits : found;
    }
  }
}
