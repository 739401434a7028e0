package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Timeline;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.snapshot.FacetColumn;
import broadsheet.lucene.snapshot.Facets;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * The counts that a shard sends: every value of every facet, and the hits by day, month or year.
 *
 * @param values each facet without its own filter
 * @param dated all hits
 * @param datedAside the hits without the filter on years
 */
public record ShardCounts(
    Map<FacetField, Map<String, Integer>> values, DatedHits dated, DatedHits datedAside) {

  /** Counts the hits of a shard; see {@link HitCounts}. */
  public static ShardCounts of(
      FacetsCollector hits, Query matching, Filters filters, SearchBudget budget)
      throws IOException {
    Map<FacetField, Map<String, Integer>> values = new EnumMap<>(FacetField.class);
    DatedHits aside = TimelineCounter.dated(hits);
    for (FacetField facet : FacetField.values()) {
      boolean isFilter = !filters.of(facet).isEmpty();
      FacetsCollector over = isFilter ? without(facet, matching, filters, budget) : hits;
      if (facet != FacetField.YEAR) {
        values.put(facet, values(facet, over, budget.snapshot().facets()));
      } else if (isFilter) {
        aside = TimelineCounter.dated(over);
      }
    }
    return new ShardCounts(values, TimelineCounter.dated(hits), aside);
  }

  private static FacetsCollector without(
      FacetField facet, Query matching, Filters filters, SearchBudget budget) throws IOException {
    Query wider = FilterClause.to(filters.without(facet)).of(matching);
    return budget.finder().search(wider, new FacetsCollectorManager());
  }

  private static Map<String, Integer> values(FacetField facet, FacetsCollector hits, Facets facets)
      throws IOException {
    Map<String, Integer> values = new HashMap<>();
    int wanted = FacetField.KEYWORDS.indexOf(facet);
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      FacetColumn column = FacetColumn.of(segment.context().reader());
      int[] numbers = facets.ofSegment(segment.context());
      DocIdSetIterator each = segment.bits().iterator();
      for (int hit = each.nextDoc(); hit != DocIdSetIterator.NO_MORE_DOCS; hit = each.nextDoc()) {
        for (int place = column.start(hit); place < column.end(hit); place++) {
          int number = numbers[column.value(place)];
          if (facets.place(number) == wanted) {
            values.merge(facets.value(facet, number), 1, Integer::sum);
          }
        }
      }
    }
    return values;
  }

  /** The facets of all shards. */
  public static Map<FacetField, List<FacetCount>> facets(
      List<ShardCounts> shards, Filters filters) {
    Map<FacetField, List<FacetCount>> facets = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.values()) {
      List<FacetCount> counts =
          facet == FacetField.YEAR
              ? sum(shards.stream().map(ShardCounts::datedAside).toList()).years()
              : values(facet, shards);
      List<String> wanted =
          filters.of(facet).stream().map(FacetValues::indexed).distinct().toList();
      List<FacetCount> told = new ArrayList<>();
      for (FacetCount count : counts) {
        if (told.size() < SearchResults.MAX_FACET_VALUES) {
          told.add(count);
        }
      }
      List<FacetCount> rest = counts.subList(told.size(), counts.size());
      if (facet == FacetField.YEAR) {
        rest.stream().filter(count -> wanted.contains(count.value())).forEach(told::add);
      } else {
        for (String value : wanted) {
          rest.stream().filter(count -> count.value().equals(value)).forEach(told::add);
        }
      }
      if (!told.isEmpty()) {
        facets.put(facet, told);
      }
    }
    return facets;
  }

  private static List<FacetCount> values(FacetField facet, List<ShardCounts> shards) {
    Map<String, Long> sums = new HashMap<>();
    for (ShardCounts shard : shards) {
      shard
          .values
          .getOrDefault(facet, Map.of())
          .forEach((value, count) -> sums.merge(value, count.longValue(), Long::sum));
    }
    return mostFrequent(sums);
  }

  /** These values, the most frequent first, ties by their bytes. */
  public static List<FacetCount> mostFrequent(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(value -> new FacetCount(value.getKey(), value.getValue()))
        .sorted(
            Comparator.comparingLong(FacetCount::count)
                .reversed()
                .thenComparing(count -> new BytesRef(count.value())))
        .toList();
  }

  /** The hits of all shards over time. */
  public static Timeline timeline(List<ShardCounts> shards, boolean isComplete) {
    return sum(shards.stream().map(ShardCounts::dated).toList()).timeline(isComplete);
  }

  /** The hits of one query over time, as all shards counted them. */
  public record Line(DatedHits hits, boolean isComplete) {

    /** Counts all hits of a query in some shards. */
    public static Line of(List<FacetsCollector> shards, boolean isComplete) throws IOException {
      List<DatedHits> all = new ArrayList<>();
      for (FacetsCollector shard : shards) {
        all.add(TimelineCounter.dated(shard));
      }
      return new Line(sum(all), isComplete);
    }

    /** Another line in the buckets of these. */
    public static Timeline all(List<Line> lines, Optional<Timeline.Unit> wanted, Line other) {
      return timelines(List.of(other), Optional.of(unit(lines, wanted))).getFirst();
    }

    private static Timeline.Unit unit(List<Line> lines, Optional<Timeline.Unit> wanted) {
      return wanted.orElseGet(() -> DatedHits.fittingUnit(lines.stream().map(Line::hits).toList()));
    }

    /** These lines in buckets of one unit; of one that fits them where none is given. */
    public static List<Timeline> timelines(List<Line> lines, Optional<Timeline.Unit> wanted) {
      Timeline.Unit unit = unit(lines, wanted);
      return lines.stream().map(line -> line.hits.by(unit, line.isComplete)).toList();
    }
  }

  private static DatedHits sum(List<DatedHits> parts) {
    Map<Timeline.Unit, DayCounts> known = new EnumMap<>(Timeline.Unit.class);
    long undated = 0;
    for (DatedHits part : parts) {
      undated += part.undated();
      part.known().forEach((precision, days) -> add(days, known, precision));
    }
    return new DatedHits(known, undated);
  }

  private static void add(
      DayCounts days, Map<Timeline.Unit, DayCounts> to, Timeline.Unit precision) {
    DayCounts sum = to.computeIfAbsent(precision, _ -> new DayCounts());
    days.forEach(
        (day, count) -> {
          for (int i = 0; i < count; i++) {
            sum.add(day);
          }
        });
  }
}
