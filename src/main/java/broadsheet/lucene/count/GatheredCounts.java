package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.schema.FacetValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;

/**
 * Adds up the counts of all parts of an archive. The most frequent values are exact: where a part
 * did not name all of its values, those that may be among the most frequent are counted there.
 * Stateless.
 */
public final class GatheredCounts {

  private static final Comparator<FacetCount> MOST_FREQUENT =
      Comparator.comparingLong(FacetCount::count)
          .reversed()
          .thenComparing(count -> new BytesRef(count.value()));

  private GatheredCounts() {}

  /** Asks all parts how many hits have each of some values. */
  public interface Asking {
    List<Map<FacetField, List<FacetCount>>> each(Map<FacetField, List<String>> values)
        throws IOException;
  }

  /**
   * Whether the parts named so many values that one which none of them named cannot be among the
   * most frequent.
   */
  public static boolean isEnough(List<PartCounts> parts) {
    return FacetField.KEYWORDS.stream()
        .map(facet -> parts.stream().map(part -> part.values().get(facet)).toList())
        .allMatch(values -> unseen(values) == 0 || unseen(values) < least(sums(values)));
  }

  /** The facets of all parts; those without values are absent. */
  public static Map<FacetField, List<FacetCount>> facets(
      List<PartCounts> parts, Filters filters, Asking asking) throws IOException {
    Map<FacetField, Map<String, Long>> sums = exactSums(parts, asking);
    Map<FacetField, List<FacetCount>> facets = new LinkedHashMap<>();
    for (FacetField facet : FacetField.values()) {
      List<String> wanted =
          filters.of(facet).stream().map(FacetValues::indexed).distinct().toList();
      List<FacetCount> counts =
          facet == FacetField.YEAR
              ? years(parts, wanted)
              : first(mostFrequent(sums.getOrDefault(facet, Map.of())), wanted);
      if (!counts.isEmpty()) {
        facets.put(facet, counts);
      }
    }
    return facets;
  }

  /** The counts of the values that some part named; exact where they may be listed. */
  private static Map<FacetField, Map<String, Long>> exactSums(List<PartCounts> parts, Asking asking)
      throws IOException {
    Map<FacetField, Map<String, Long>> sums = new EnumMap<>(FacetField.class);
    Map<FacetField, List<String>> open = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.KEYWORDS) {
      List<PartCounts.Values> values =
          parts.stream().map(part -> part.values().get(facet)).toList();
      Map<String, Long> own = sums(values);
      sums.put(facet, own);
      List<String> uncertain = uncertain(values, own);
      if (!uncertain.isEmpty()) {
        open.put(facet, uncertain);
      }
    }
    if (!open.isEmpty()) {
      replace(sums, open, asking.each(open));
    }
    return sums;
  }

  private static Map<String, Long> sums(List<PartCounts.Values> parts) {
    Map<String, Long> sums = new HashMap<>();
    for (PartCounts.Values part : parts) {
      part.top().forEach(value -> sums.merge(value.value(), value.count(), Long::sum));
    }
    return sums;
  }

  /**
   * The values whose sums may be too small, and which may be among the most frequent. A part that
   * named other values has at most as many hits with this one as with the last of those.
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
   * A part that did not name all of its values.
   *
   * @param least how many hits any other value has at most
   */
  private record Cut(Set<String> named, long least) {
    static Cut of(PartCounts.Values part) {
      return new Cut(
          part.top().stream().map(FacetCount::value).collect(Collectors.toSet()), part.least());
    }
  }

  /** The most hits that a value which no part named may have; 0 where all values are named. */
  private static long unseen(List<PartCounts.Values> parts) {
    return parts.stream()
        .filter(PartCounts.Values::isCut)
        .mapToLong(PartCounts.Values::least)
        .sum();
  }

  /** How many hits the last of the values to be listed has at least. */
  private static long least(Map<String, Long> sums) {
    return sums.values().stream()
        .sorted(Comparator.reverseOrder())
        .skip(SearchResults.MAX_FACET_VALUES - 1L)
        .findFirst()
        .orElse(0L);
  }

  private static void replace(
      Map<FacetField, Map<String, Long>> sums,
      Map<FacetField, List<String>> open,
      List<Map<FacetField, List<FacetCount>>> parts) {
    open.forEach(
        (facet, values) -> {
          Map<String, Long> exact = new HashMap<>();
          for (Map<FacetField, List<FacetCount>> part : parts) {
            part.getOrDefault(facet, List.of())
                .forEach(value -> exact.merge(value.value(), value.count(), Long::sum));
          }
          sums.computeIfPresent(
              facet,
              (_, known) -> {
                known.putAll(exact);
                return known;
              });
        });
  }

  private static List<FacetCount> years(List<PartCounts> parts, List<String> wanted) {
    List<PartDates> dates =
        parts.stream().map(part -> part.withoutYears().orElse(part.dates())).toList();
    return PartDates.sum(dates).years(wanted);
  }

  private static List<FacetCount> first(List<FacetCount> all, List<String> wanted) {
    int most = Math.min(SearchResults.MAX_FACET_VALUES, all.size());
    List<FacetCount> told = new ArrayList<>(all.subList(0, most));
    for (String value : wanted) {
      all.subList(most, all.size()).stream()
          .filter(count -> count.value().equals(value))
          .forEach(told::add);
    }
    return told;
  }

  /** These values, the most frequent first, ties by their bytes. */
  public static List<FacetCount> mostFrequent(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(value -> new FacetCount(value.getKey(), value.getValue()))
        .sorted(MOST_FREQUENT)
        .toList();
  }
}
