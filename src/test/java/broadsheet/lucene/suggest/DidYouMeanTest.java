package broadsheet.lucene.suggest;

import static broadsheet.lucene.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void index() {
    engine =
        TestIndex.engine(
            folder,
            article("a", "Mr Blinken spoke of a balloon above Zürich.", "The harbour was closed."),
            article(
                "b",
                "The harbour opened again; grain ships came from Österreich, Mr McConnell said."),
            Article.withId("c")
                .title("Ferry fares")
                .paragraphs(List.of("Fares rise."))
                .source("Evening Lantern")
                .language("en")
                .build(),
            article("ja", "ja", List.of("東京都の話")));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static QueryNode parsed(String text) {
    return QueryParser.parse(text, LocalDate.of(2026, 1, 15)).root();
  }

  private static List<String> meant(String text) {
    return engine.search(SearchRequest.of(parsed(text))).didYouMean();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "Blinkin # Blinken",
        "blinkin # blinken",
        "BLINKIN # BLINKEN",
        "Blinkin's # Blinken",
        "Clinken # Clinken→Blinken",
        "baloon AND Blinken # balloon AND Blinken",
        "\"grain shipps\" # \"grain ships\"",
        "\"a baloon above\"~2 # \"a balloon above\"~2",
        "=harber # =harbour",
        "title:fery # title:ferry",
        "source:lantren # source:lantern",
        "harber OR zzzzzz -grain # harbour OR zzzzzz -grain",
        "Zurihc # Zürich",
        "zurihc # zürich",
        "ZURIHC # ZÜRICH",
        "McConell # McConnell",
        "mcconell # mcconnell",
        "Osterreih # Österreich",
        "harber^2 # harbour^2",
      })
  void wordsAreSpeltAsTheIndexSpellsThem(String typed, String meant) {
    assertThat(meant(typed)).first().isEqualTo(meant.substring(meant.indexOf('→') + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Blinken", "talk", "xyzzyqwv", "Blinkin AND xyzzyqwv", "", "-Blinken -harbour -fares",
        "date:1850", "Blinki*", "1234", "東京府", "id:Blinkin", "url:harber"
      })
  void nothingIsOfferedWhereSomethingIsFoundOrNothingCanBe(String typed) {
    assertThat(meant(typed)).isEmpty();
  }

  @Test
  void whatIsOfferedFindsSomething() {
    for (String typed :
        List.of("harbor fares Blinkin", "grian ship", "closd AND ferry", "oppened")) {
      assertThat(meant(typed))
          .hasSizeLessThanOrEqualTo(3)
          .allSatisfy(
              offer ->
                  assertThat(engine.search(SearchRequest.of(parsed(offer))).clauses()).isEmpty());
    }
  }

  @Test
  void filtersHoldForWhatIsOffered() {
    Filters lantern =
        new Filters(
            Optional.empty(),
            Optional.empty(),
            Map.of(FacetField.SOURCE, List.of("Evening Lantern")));
    QueryNode harbour = parsed("harber");
    QueryNode fares = parsed("farres");
    assertThat(engine.search(filtered(harbour, lantern)).didYouMean()).isEmpty();
    assertThat(engine.search(filtered(fares, lantern)).didYouMean()).contains("fares");
  }

  private static SearchRequest filtered(QueryNode query, Filters filters) {
    return new SearchRequest(query, filters, SortOrder.RELEVANCE, 1, 10);
  }

  /** A rare word in the index may be a misspelling of a far more frequent one. */
  @Test
  void aRareWordMayBeMeantToBeAFrequentOne(@TempDir Path other) {
    Article[] articles = new Article[31];
    for (int i = 0; i < 30; i++) {
      articles[i] = article("n" + i, "Wheat was sold.");
    }
    articles[30] = article("slip", "Whaet was bought.");
    try (LuceneSearchEngine many = TestIndex.engine(other, articles)) {
      assertThat(many.search(SearchRequest.of(parsed("whaet AND sold"))).didYouMean())
          .containsExactly("wheat AND sold");
      assertThat(many.search(SearchRequest.of(parsed("whaet AND bought"))).didYouMean()).isEmpty();
    }
  }

  /** More articles have fly than Flynn; but nobody is called Michael Fly, and n is left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "\"Micheal Flyn\" # \"Michael Flynn\"",
        "Micheal Flyn # Michael Flynn",
        "Micheal Flyn resigned # Michael Flynn resigned",
        "Flyn # Flynn",
        "flym # fly",
      })
  void wholeNamesComeBeforeSingleWordsAndTheLikeliestFirst(
      String typed, String meant, @TempDir Path other) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      articles.add(article("flynn" + i, "Michael Flynn resigned on day " + i + "."));
    }
    for (int i = 0; i < 20; i++) {
      articles.add(article("fly" + i, "Michael likes to fly on day " + i + "."));
    }
    articles.add(article("michel", "Michel Flynn sang."));
    articles.add(article("slip", "Micheal Vale sang."));
    try (LuceneSearchEngine names = TestIndex.engine(other, articles.toArray(Article[]::new))) {
      assertThat(names.search(SearchRequest.of(parsed(typed))).didYouMean())
          .first()
          .isEqualTo(meant);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"habrour", "Blniken", "ablloon"})
  void twoSwappedLettersAreOneEdit(String typed) {
    assertThat(engine.search(SearchRequest.of(parsed(typed + "~1"))).total()).isPositive();
    assertThat(meant(typed)).isNotEmpty();
  }

  @Test
  void ofALongQueryNoMoreThanTwentyWordsAreLookedAt() {
    String words =
        IntStream.range(0, 300)
            .mapToObj(i -> "harber" + (char) ('a' + i % 26) + i)
            .collect(Collectors.joining(" OR "));
    assertThat(meant(words + " OR harber")).isEmpty();
  }
}
