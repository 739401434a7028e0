package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Timeline;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facets and timeline of some articles, counted one by one without an index. */
record ReferenceCounts(List<Article> articles) {

  /** The counts of the articles with these ids. */
  static ReferenceCounts of(List<Article> articles, Collection<String> ids) {
    return new ReferenceCounts(articles.stream().filter(a -> ids.contains(a.id())).toList());
  }

  /** Compares the facets and the timeline of a search without filters with these. */
  void assertEqual(SearchResults results) {
    for (FacetField facet : FacetField.values()) {
      assertEqual(facet, results.facets().getOrDefault(facet, List.of()));
    }
    Timeline.Unit unit = results.timeline().unit();
    assertThat(results.timeline()).isEqualTo(timeline(unit));
  }

  private void assertEqual(FacetField facet, List<FacetCount> counts) {
    Map<String, Long> expected = values(facet);
    assertThat(counts)
        .as("%s", facet)
        .hasSize(Math.min(expected.size(), SearchResults.MAX_FACET_VALUES))
        .isSortedAccordingTo(Comparator.comparing(FacetCount::count, Comparator.reverseOrder()))
        .allSatisfy(count -> assertThat(count.count()).isEqualTo(expected.get(count.value())));
    long rarest = counts.isEmpty() ? 0 : counts.getLast().count();
    Set<String> counted = counts.stream().map(FacetCount::value).collect(Collectors.toSet());
    assertThat(expected)
        .as("%s", facet)
        .allSatisfy(
            (value, count) -> assertThat(counted.contains(value) || count <= rarest).isTrue());
  }

  /** Counts the articles with each value of a facet. */
  Map<String, Long> values(FacetField facet) {
    return articles.stream()
        .flatMap(article -> new LinkedHashSet<>(values(facet, article)).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static List<String> values(FacetField facet, Article article) {
    return switch (facet) {
      case SOURCE -> stated(article.source());
      case SECTION -> stated(article.section());
      case EDITION -> stated(article.edition());
      case CORRECTION_OF -> stated(article.correctionOf());
      case AUTHOR -> article.authors();
      case TOPIC -> article.topics();
      case PLACE -> article.places();
      case PERSON -> article.people();
      case ORGANISATION -> article.organisations();
      case SPEAKER -> article.speakers();
      case LANGUAGE -> languages(article.language());
      case COLLECTION -> stated(article.collection());
      case YEAR -> stated(year(article.publishedAt()));
    };
  }

  private static List<String> stated(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }

  /** A variant of a language ({@code de-AT}) also counts as the language. */
  private static List<String> languages(String language) {
    return language.contains("-")
        ? List.of(language.substring(0, language.indexOf('-')), language)
        : stated(language);
  }

  private static String year(PublicationDate date) {
    return date.isKnown() ? date.iso().substring(0, 4) : "";
  }

  /** All the articles over time. */
  Timeline timeline(Timeline.Unit unit) {
    Map<LocalDate, Long> buckets = new TreeMap<>();
    long undated = 0;
    long imprecise = 0;
    for (Article article : articles) {
      PublicationDate date = article.publishedAt();
      if (!date.isKnown()) {
        undated++;
        continue;
      }
      LocalDate start = unit.startOf(date.first().orElseThrow());
      if (start.equals(unit.startOf(date.last().orElseThrow()))) {
        buckets.merge(start, 1L, Long::sum);
      } else {
        imprecise++;
      }
    }
    return new Timeline(
        unit,
        buckets.entrySet().stream()
            .map(bucket -> new Timeline.Bucket(bucket.getKey(), bucket.getValue()))
            .toList(),
        undated,
        imprecise,
        Completeness.WHOLE);
  }
}
