package broadsheet.lucene.count;

import broadsheet.engine.ArchiveCollection;
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
public final class HitCounts implements Counts {

  private final FilteredHits found;
  private final boolean isComplete;
  private @Nullable DatedHits dated;

  /**
   * Starts with nothing counted.
   *
   * @param isComplete whether these are all hits
   * @param matching the query without its filters
   */
  public HitCounts(
      HitSet hits, boolean isComplete, Query matching, Filters filters, SearchBudget budget) {
    this.isComplete = isComplete;
    found = new FilteredHits(hits, matching, filters, SearchResults.MAX_FACET_VALUES, budget);
  }

  @Override
  public Timeline timeline() throws IOException {
    return dated().timeline(isComplete);
  }

  @Override
  public List<Timeline.Bucket> months() throws IOException {
    return dated().months();
  }

  @Override
  public long words() throws IOException {
    return WordSum.of(found.hits());
  }

  private DatedHits dated() throws IOException {
    DatedHits counted = dated == null ? TimelineCounter.dated(found.hits()) : dated;
    dated = counted;
    return counted;
  }

  @Override
  public Map<FacetField, List<FacetCount>> facets() throws IOException {
    if (found.areFewToWaitFor()) {
      return facets(
          (facet, _) -> DirectCounts.top(facet, found.hits(), found.most(), found.names()));
    }
    try (FacetTally all = found.tally()) {
      return facets((facet, wanted) -> found.read(facet, all, tally -> tally.top(facet, wanted)));
    }
  }

  /** Counts the hits by the values of a keyword facet, see {@link FacetTally#top}. */
  private interface Counting {
    List<FacetCount> top(FacetField facet, List<String> wanted) throws IOException;
  }

  private Map<FacetField, List<FacetCount>> facets(Counting counting) throws IOException {
    Map<FacetField, List<FacetCount>> facets = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.values()) {
      List<String> wanted = found.filters().of(facet);
      List<FacetCount> counts =
          switch (facet) {
            case YEAR -> years(wanted);
            case COLLECTION -> collections(counting.top(facet, wanted));
            default -> counting.top(facet, wanted);
          };
      if (!counts.isEmpty()) {
        facets.put(facet, counts);
      }
    }
    return facets;
  }

  /**
   * With the first collection, whose articles do not name it, where there are others: nothing is
   * spent on an archive that has only one.
   */
  private List<FacetCount> collections(List<FacetCount> others) throws IOException {
    return others.isEmpty()
        ? others
        : withFirst(others, found.without(FacetField.COLLECTION).size());
  }

  /** These collections and the first, which has the hits that are in none of them. */
  static List<FacetCount> withFirst(List<FacetCount> others, long hits) {
    long first = hits - others.stream().mapToLong(FacetCount::count).sum();
    return first == 0
        ? others
        : MergedCounts.sum(
            List.of(others, List.of(new FacetCount(ArchiveCollection.FIRST.name(), first))));
  }

  /** No collections, if there is only the first. */
  static List<FacetCount> orNone(List<FacetCount> collections) {
    boolean isFirst =
        collections.stream().allMatch(each -> each.value().equals(ArchiveCollection.FIRST.name()));
    return isFirst ? List.of() : collections;
  }

  private List<FacetCount> years(List<String> wanted) throws IOException {
    HitSet those = found.without(FacetField.YEAR);
    return (those.equals(found.hits()) ? dated() : TimelineCounter.dated(those)).years(wanted);
  }
}
