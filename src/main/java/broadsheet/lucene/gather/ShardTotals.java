package broadsheet.lucene.gather;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Holdings;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.LedgerTotals;
import broadsheet.lucene.count.GatheredCounts;
import broadsheet.lucene.schema.IndexFormat;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;

/** Adds up what shards say about themselves. Stateless. */
final class ShardTotals {
  private ShardTotals() {}

  /** The most frequent values of all shards. */
  static List<FacetCount> values(Stream<List<FacetCount>> shards, int most) {
    Map<String, Long> sums = new HashMap<>();
    shards.flatMap(List::stream).forEach(v -> sums.merge(v.value(), v.count(), Long::sum));
    return GatheredCounts.mostFrequent(sums).stream().limit(most).toList();
  }

  /**
   * @param sources all outlets of each shard
   */
  static IndexSummary summary(
      List<IndexSummary> shards, List<List<FacetCount>> sources, IndexFormat format) {
    return new IndexSummary(
        shards.stream().mapToLong(IndexSummary::articles).sum(),
        shards.stream().mapToLong(IndexSummary::undated).sum(),
        days(shards, IndexSummary::firstDay).min(Comparator.naturalOrder()),
        days(shards, IndexSummary::lastDay).max(Comparator.naturalOrder()),
        values(sources.stream(), SearchResults.MAX_FACET_VALUES),
        shards.stream().mapToLong(IndexSummary::duplicates).sum(),
        shards.stream().mapToLong(IndexSummary::superseded).sum(),
        format.sources(),
        shards.stream().mapToLong(IndexSummary::sizeInBytes).sum(),
        format.version(),
        format.builtAt());
  }

  private static Stream<LocalDate> days(
      List<IndexSummary> shards, Function<IndexSummary, Optional<LocalDate>> day) {
    return shards.stream().map(day).flatMap(Optional::stream);
  }

  static Coverage coverage(List<Coverage> shards) {
    Map<String, Holdings> sources = new HashMap<>();
    for (Coverage shard : shards) {
      shard.sources().forEach(s -> sources.merge(s.source(), s.holdings(), ShardTotals::holdings));
    }
    Comparator<Coverage.OfSource> mostFirst =
        Comparator.comparingLong((Coverage.OfSource s) -> s.holdings().articles()).reversed();
    return new Coverage(
        sum(shards, Coverage::all),
        sources.entrySet().stream()
            .map(source -> new Coverage.OfSource(source.getKey(), source.getValue()))
            .sorted(mostFirst.thenComparing(source -> new BytesRef(source.source())))
            .limit(Coverage.MAX_SOURCES)
            .toList(),
        sum(shards, Coverage::others),
        sum(shards, Coverage::unstated),
        values(shards.stream().map(Coverage::languages), Coverage.MAX_LANGUAGES),
        shards.stream().mapToLong(Coverage::languageUnknown).sum());
  }

  private static Holdings sum(List<Coverage> shards, Function<Coverage, Holdings> part) {
    return shards.stream().map(part).reduce(Holdings.none(), ShardTotals::holdings);
  }

  private static Holdings holdings(Holdings one, Holdings other) {
    return new Holdings(
        one.articles() + other.articles(),
        sum(one.months(), other.months()),
        sum(one.years(), other.years()),
        one.undated() + other.undated());
  }

  private static <K> NavigableMap<K, Long> sum(
      NavigableMap<K, Long> one, NavigableMap<K, Long> other) {
    NavigableMap<K, Long> sum = new TreeMap<>(one);
    other.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }

  static LedgerTotals totals(List<LedgerTotals> shards) {
    return new LedgerTotals(
        shards.stream().mapToLong(LedgerTotals::files).sum(),
        shards.stream().mapToLong(LedgerTotals::bytes).sum(),
        shards.stream().mapToLong(LedgerTotals::indexed).sum(),
        shards.stream().mapToLong(LedgerTotals::duplicates).sum(),
        shards.stream().mapToLong(LedgerTotals::skipped).sum(),
        shards.stream().mapToLong(LedgerTotals::failed).sum(),
        shards.stream().mapToLong(LedgerTotals::remarked).sum());
  }
}
