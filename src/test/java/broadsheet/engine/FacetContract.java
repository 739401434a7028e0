package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facet counts when some of their values are chosen. */
abstract class FacetContract extends SharedArchiveContract {

  @Override
  List<Article> articles() {
    return List.of(
        article("1", "Lantern", "1987-02-26", "grain", "trade"),
        article("2", "Lantern", "1987", "grain"),
        article("3", "Gazette", "1988-01", "grain"),
        article("4", "Gazette", "1988-01-02", "trade"),
        article("5", "Herald", "", "trade"),
        article("6", "Herald", "2001-01-01", "fish"));
  }

  private static Article article(String id, String source, String date, String... topics) {
    return TestArticles.article(id, "rain " + id).toBuilder()
        .source(source)
        .topics(List.of(topics))
        .publishedAt(date.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(date))
        .build();
  }

  @Test
  void allValuesAreListedOrThoseUnderFilters() {
    QueryNode rain = new QueryNode.Word("rain");
    assertThat(engine.values(FacetField.SOURCE, rain, Filters.none()))
        .containsExactly(
            new FacetCount("Gazette", 2),
            new FacetCount("Herald", 2),
            new FacetCount("Lantern", 2));
    assertThat(
            engine.values(
                FacetField.TOPIC, rain, Filters.none().with(FacetField.SOURCE, List.of("Lantern"))))
        .containsExactly(new FacetCount("grain", 2), new FacetCount("trade", 1));
    assertThat(engine.values(FacetField.SOURCE, new QueryNode.Word("snow"), Filters.none()))
        .isEmpty();
  }

  @Test
  void withoutChoiceAllHitsAreCounted() {
    SearchResults results = search(Filters.none());
    assertThat(counts(results, FacetField.SOURCE))
        .isEqualTo(Map.of("Lantern", 2L, "Gazette", 2L, "Herald", 2L));
    assertThat(results.facets().get(FacetField.YEAR))
        .containsExactly(
            new FacetCount("1988", 2), new FacetCount("1987", 2), new FacetCount("2001", 1));
  }

  @Test
  void chosenFacetIsCountedAsIfItWereNotAndTheOthersOverTheHits() {
    SearchResults results = search(Filters.none().with(FacetField.SOURCE, List.of("Lantern")));
    assertThat(results.total()).isEqualTo(2);
    assertThat(counts(results, FacetField.SOURCE))
        .isEqualTo(Map.of("Lantern", 2L, "Gazette", 2L, "Herald", 2L));
    assertThat(counts(results, FacetField.TOPIC)).isEqualTo(Map.of("grain", 2L, "trade", 1L));
    assertThat(counts(results, FacetField.YEAR)).isEqualTo(Map.of("1987", 2L));
  }

  @Test
  void choicesInTwoFacetsEachCountUnderTheOther() {
    Filters both =
        Filters.none()
            .with(FacetField.SOURCE, List.of("Lantern", "Gazette"))
            .with(FacetField.TOPIC, List.of("trade"));
    SearchResults results = search(both);
    assertThat(results.total()).isEqualTo(2);
    assertThat(counts(results, FacetField.SOURCE))
        .isEqualTo(Map.of("Lantern", 1L, "Gazette", 1L, "Herald", 1L));
    assertThat(counts(results, FacetField.TOPIC)).isEqualTo(Map.of("grain", 3L, "trade", 2L));
  }

  @Test
  void everyCountIsTheTotalThatChoosingTheValueAloneBrings() {
    for (FacetField facet : List.of(FacetField.SOURCE, FacetField.TOPIC, FacetField.YEAR)) {
      Filters one = Filters.none().with(facet, List.of("1987"));
      counts(search(Filters.none()), facet)
          .forEach(
              (value, count) ->
                  assertThat(search(one.with(facet, List.of(value))).total())
                      .as(facet + " " + value)
                      .isEqualTo(count));
    }
  }

  @Test
  void yearsAreAnyOfThoseChosen() {
    Filters years = Filters.none().with(FacetField.YEAR, List.of("1987", "2001"));
    SearchResults results = search(years);
    assertThat(results.total()).isEqualTo(3);
    assertThat(counts(results, FacetField.YEAR))
        .isEqualTo(Map.of("1987", 2L, "1988", 2L, "2001", 1L));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Filters.none().with(FacetField.YEAR, List.of("87")));
  }

  @Test
  void chosenValueIsCountedHoweverRare(@TempDir Path other) {
    Article[] articles = new Article[100];
    for (int i = 0; i < articles.length; i++) {
      articles[i] = article("x" + i, "Paper " + i / 4, "2001-01-01");
    }
    articles[99] = article("rare", "Rare", "2001-01-01");
    try (SearchEngine many = engine(other, articles)) {
      List<FacetCount> sources =
          many.search(request(Filters.none().with(FacetField.SOURCE, List.of("Rare"))))
              .facets()
              .get(FacetField.SOURCE);
      assertThat(sources)
          .hasSize(SearchResults.MAX_FACET_VALUES + 1)
          .endsWith(new FacetCount("Rare", 1));
    }
  }

  private SearchResults search(Filters filters) {
    return engine.search(request(filters));
  }

  private static SearchRequest request(Filters filters) {
    Filters narrowed = filters.between(Optional.empty(), Optional.empty());
    return new SearchRequest(new QueryNode.Word("rain"), narrowed, SortOrder.RELEVANCE, 1, 10);
  }

  private static Map<String, Long> counts(SearchResults results, FacetField facet) {
    return results.facets().getOrDefault(facet, List.of()).stream()
        .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
  }
}
