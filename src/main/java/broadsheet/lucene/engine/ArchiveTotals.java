package broadsheet.lucene.engine;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Holdings;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.count.MergedCounts;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.schema.IndexFormat;
import java.io.IOException;
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

/** Adds up what the parts of an archive say about themselves. Stateless. */
final class ArchiveTotals {
  private ArchiveTotals() {}

  /** The summary of an archive. */
  static IndexSummary summary(IndexParts parts) throws IOException {
    List<IndexSummary> summaries = parts.about(new ArchiveQuestion.SummaryQuestion());
    return parts.isOne()
        ? summaries.getFirst()
        : summary(summaries, parts.about(new ArchiveQuestion.SourcesQuestion()), parts.format());
  }

  /** The months that an archive covers. */
  static Coverage coverage(IndexParts parts) throws IOException {
    if (parts.isOne()) {
      return parts.about(new ArchiveQuestion.WholeCoverageQuestion()).getFirst();
    }
    List<String> most =
        values(parts.about(new ArchiveQuestion.SourcesQuestion()).stream(), Coverage.MAX_SOURCES)
            .stream()
            .map(FacetCount::value)
            .toList();
    return coverage(parts.about(new ArchiveQuestion.CoverageQuestion(most)));
  }

  /** The most frequent values of all parts. */
  private static List<FacetCount> values(Stream<List<FacetCount>> parts, int most) {
    Map<String, Long> sums = new HashMap<>();
    parts.flatMap(List::stream).forEach(v -> sums.merge(v.value(), v.count(), Long::sum));
    return MergedCounts.mostFrequent(sums).stream().limit(most).toList();
  }

  /**
   * @param sources all outlets of each part
   */
  private static IndexSummary summary(
      List<IndexSummary> parts, List<List<FacetCount>> sources, IndexFormat format) {
    return new IndexSummary(
        parts.stream().mapToLong(IndexSummary::articles).sum(),
        parts.stream().mapToLong(IndexSummary::undated).sum(),
        days(parts, IndexSummary::firstDay).min(Comparator.naturalOrder()),
        days(parts, IndexSummary::lastDay).max(Comparator.naturalOrder()),
        values(sources.stream(), SearchResults.MAX_FACET_VALUES),
        parts.stream().mapToLong(IndexSummary::duplicates).sum(),
        parts.stream().mapToLong(IndexSummary::superseded).sum(),
        format.sources(),
        parts.stream().mapToLong(IndexSummary::sizeInBytes).sum(),
        format.version(),
        format.builtAt());
  }

  private static Stream<LocalDate> days(
      List<IndexSummary> parts, Function<IndexSummary, Optional<LocalDate>> day) {
    return parts.stream().map(day).flatMap(Optional::stream);
  }

  private static Coverage coverage(List<Coverage> parts) {
    Map<String, Holdings> sources = new HashMap<>();
    for (Coverage part : parts) {
      part.sources().forEach(s -> sources.merge(s.source(), s.holdings(), ArchiveTotals::holdings));
    }
    Comparator<Coverage.OfSource> mostFirst =
        Comparator.comparingLong((Coverage.OfSource s) -> s.holdings().articles()).reversed();
    return new Coverage(
        sum(parts, Coverage::all),
        sources.entrySet().stream()
            .map(source -> new Coverage.OfSource(source.getKey(), source.getValue()))
            .sorted(mostFirst.thenComparing(source -> new BytesRef(source.source())))
            .limit(Coverage.MAX_SOURCES)
            .toList(),
        sum(parts, Coverage::others),
        sum(parts, Coverage::unstated),
        values(parts.stream().map(Coverage::languages), Coverage.MAX_LANGUAGES),
        parts.stream().mapToLong(Coverage::languageUnknown).sum());
  }

  private static Holdings sum(List<Coverage> parts, Function<Coverage, Holdings> of) {
    return parts.stream().map(of).reduce(Holdings.none(), ArchiveTotals::holdings);
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
}
