package broadsheet.lucene.count;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.schema.FacetValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;

/**
 * Merges the counts of all parts of an archive. The most frequent values are exact: a part with a
 * truncated list counts any further values that may be among them. If a value that no part listed
 * may be among them, the parts first send all values by their hashes. Not thread-safe.
 */
public final class MergedCounts {

  private static final Comparator<FacetCount> MOST_FREQUENT =
      Comparator.comparingLong(FacetCount::count)
          .reversed()
          .thenComparing(count -> new BytesRef(count.value()));

  private final List<PartCounts> parts;
  private final Map<FacetField, Map<String, Long>> sums = new EnumMap<>(FacetField.class);
  private final Map<FacetField, Map<String, Long>> found = new EnumMap<>(FacetField.class);
  private final Map<FacetField, HashedSums> hashed = new EnumMap<>(FacetField.class);

  /**
   * For each facet, the fewest hits from which on sums are exact once the wanted counts were added.
   */
  private final Map<FacetField, Long> certain = new EnumMap<>(FacetField.class);

  /** Adds up the counts that the parts sent with their hits. */
  public MergedCounts(List<PartCounts> parts) {
    this.parts = parts;
    for (FacetField facet : FacetField.KEYWORDS) {
      sums.put(facet, sums(values(facet), FacetCount::count));
      found.put(facet, sums(values(facet), FacetCount::found));
    }
  }

  private List<PartCounts.Values> values(FacetField facet) {
    return parts.stream().map(part -> part.values().get(facet)).toList();
  }

  private Map<String, Long> sum(FacetField facet) {
    return sums.getOrDefault(facet, Map.of());
  }

  /**
   * The facets in which a value that no part listed may be among the most frequent, each with the
   * fewest hits that such a value must have in some part.
   */
  public Map<FacetField, Integer> open() {
    Map<FacetField, Integer> open = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.KEYWORDS) {
      long unseen = unseen(values(facet));
      long least = least(sum(facet));
      if (unseen > 0 && unseen >= least) {
        open.put(facet, (int) (Math.max(0, least - 1) / parts.size()) + 1);
      }
    }
    return open;
  }

  /** Adds each part's hashes of the open facets. */
  public void addHashed(List<Map<FacetField, HashedCounts>> parts) {
    for (FacetField facet : parts.getFirst().keySet()) {
      hashed.put(facet, new HashedSums(parts.stream().map(part -> part.get(facet)).toList()));
    }
  }

  /**
   * The values that all parts have to count next; pass the results to {@link #add}. None if the
   * most frequent values are certain.
   */
  public PartCounts.Wanted next() {
    Map<FacetField, List<String>> named = new EnumMap<>(FacetField.class);
    Map<FacetField, List<Long>> byHash = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.KEYWORDS) {
      long least = least(sum(facet));
      HashedSums all = hashed.get(facet);
      Long counted = certain.get(facet);
      if (all != null && (counted == null || counted > least)) { // too large a sum had misled
        long from = counted == null ? Math.max(least, all.least()) : least;
        byHash.put(facet, all.withAtLeast(from));
        certain.put(facet, from);
      } else if (counted == null) {
        List<String> uncertain = uncertain(values(facet), sum(facet));
        if (!uncertain.isEmpty()) {
          named.put(facet, uncertain);
        }
        certain.put(facet, least);
      }
    }
    return new PartCounts.Wanted(named, byHash);
  }

  /** Adds each part's counts of the values from {@link #next}. */
  public void add(List<Map<FacetField, List<FacetCount>>> parts) {
    sums.forEach((facet, known) -> known.putAll(exact(facet, parts, FacetCount::count)));
    found.forEach((facet, known) -> known.putAll(exact(facet, parts, FacetCount::found)));
  }

  private static Map<String, Long> exact(
      FacetField facet,
      List<Map<FacetField, List<FacetCount>>> parts,
      ToLongFunction<FacetCount> number) {
    Map<String, Long> exact = new HashMap<>();
    for (Map<FacetField, List<FacetCount>> part : parts) {
      part.getOrDefault(facet, List.of())
          .forEach(value -> exact.merge(value.value(), number.applyAsLong(value), Long::sum));
    }
    return exact;
  }

  /** The facets; facets without values are absent. */
  public Map<FacetField, List<FacetCount>> facets(Filters filters) {
    Map<FacetField, List<FacetCount>> facets = new LinkedHashMap<>();
    for (FacetField facet : FacetField.values()) {
      List<String> wanted =
          filters.of(facet).stream().map(FacetValues::indexed).distinct().toList();
      List<FacetCount> counts =
          facet == FacetField.YEAR
              ? years(parts, wanted)
              : withFound(facet, first(sum(facet), wanted));
      if (!counts.isEmpty() && !isOfFirstAlone(facet, counts)) {
        facets.put(facet, counts);
      }
    }
    return facets;
  }

  /** Whether they are the collections of an archive that speaks of none. */
  private static boolean isOfFirstAlone(FacetField facet, List<FacetCount> counts) {
    return facet == FacetField.COLLECTION
        && counts.stream().allMatch(each -> each.value().equals(ArchiveCollection.FIRST.name()));
  }

  private List<FacetCount> withFound(FacetField facet, List<FacetCount> counts) {
    Map<String, Long> of = found.getOrDefault(facet, Map.of());
    return counts.stream().map(count -> count.finding(of.getOrDefault(count.value(), 0L))).toList();
  }

  private static Map<String, Long> sums(
      List<PartCounts.Values> parts, ToLongFunction<FacetCount> number) {
    Map<String, Long> sums = new HashMap<>();
    for (PartCounts.Values part : parts) {
      part.top().forEach(value -> sums.merge(value.value(), number.applyAsLong(value), Long::sum));
    }
    return sums;
  }

  /**
   * The values whose sums may be too small, and which may be among the most frequent. In a
   * truncated list, a missing value has at most as many hits as the last value listed.
   */
  private static List<String> uncertain(List<PartCounts.Values> parts, Map<String, Long> sums) {
    List<Cut> cut = parts.stream().filter(PartCounts.Values::isCut).map(Cut::of).toList();
    long least = least(sums);
    List<String> uncertain = new ArrayList<>();
    for (Map.Entry<String, Long> value : sums.entrySet()) {
      long unnamed =
          cut.stream()
              .filter(part -> !part.named().contains(value.getKey()))
              .mapToLong(Cut::least)
              .sum();
      if (unnamed > 0 && value.getValue() + unnamed >= least) {
        uncertain.add(value.getKey());
      }
    }
    return uncertain;
  }

  /**
   * A truncated list of a part's values.
   *
   * @param least the most hits that a value outside the list can have
   */
  private record Cut(Set<String> named, long least) {
    static Cut of(PartCounts.Values part) {
      return new Cut(
          part.top().stream().map(FacetCount::value).collect(Collectors.toSet()), part.least());
    }
  }

  /** The most hits that a value outside all lists can have; 0 if all lists are complete. */
  private static long unseen(List<PartCounts.Values> parts) {
    return parts.stream()
        .filter(PartCounts.Values::isCut)
        .mapToLong(PartCounts.Values::least)
        .sum();
  }

  /** The fewest hits that the last value to be listed has. */
  private static long least(Map<String, Long> sums) {
    LongHeap most = new LongHeap(SearchResults.MAX_FACET_VALUES);
    sums.values().forEach(most::insertWithOverflow);
    return most.size() < SearchResults.MAX_FACET_VALUES ? 0 : most.top();
  }

  private static List<FacetCount> years(List<PartCounts> parts, List<String> wanted) {
    List<PartDates> dates =
        parts.stream().map(part -> part.withoutYears().orElse(part.dates())).toList();
    return PartDates.sum(dates).years(wanted);
  }

  private static List<FacetCount> first(Map<String, Long> sums, List<String> wanted) {
    long least = least(sums);
    Map<String, Long> most = new HashMap<>(sums);
    most.values().removeIf(count -> count < least);
    List<FacetCount> told =
        new ArrayList<>(mostFrequent(most).stream().limit(SearchResults.MAX_FACET_VALUES).toList());
    for (String value : wanted) {
      Long count = sums.get(value);
      if (count != null && told.stream().noneMatch(each -> each.value().equals(value))) {
        told.add(new FacetCount(value, count));
      }
    }
    return told;
  }

  /** The values of all parts, the most frequent first, ties by their bytes. */
  public static List<FacetCount> sum(List<List<FacetCount>> parts) {
    Map<String, Long> counts = new HashMap<>();
    Map<String, Long> found = new HashMap<>();
    for (List<FacetCount> part : parts) {
      for (FacetCount value : part) {
        counts.merge(value.value(), value.count(), Long::sum);
        found.merge(value.value(), value.found(), Long::sum);
      }
    }
    return mostFrequent(counts).stream()
        .map(count -> count.finding(found.getOrDefault(count.value(), 0L)))
        .toList();
  }

  /** These values, the most frequent first, ties by their bytes. */
  public static List<FacetCount> mostFrequent(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(value -> new FacetCount(value.getKey(), value.getValue()))
        .sorted(MOST_FREQUENT)
        .toList();
  }
}
