package broadsheet.lucene.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Explanation.Fit;
import broadsheet.engine.result.Explanation.Learnt;
import broadsheet.engine.result.Explanation.Meaning;
import broadsheet.engine.result.Explanation.Numbers;
import broadsheet.engine.result.Explanation.Pair;
import broadsheet.engine.result.Explanation.Role;
import broadsheet.engine.result.Explanation.Unit;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.Note;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.semantic.ConceptEmbedder;
import broadsheet.lucene.semantic.SemanticIndexing;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations over a handful of articles in three languages. */
class ExplanationTest {

  @TempDir private Path folder;
  private LuceneSearchEngine engine;

  @BeforeEach
  void build() {
    TestIndex.build(
        folder,
        List.of(
            article("ferry", "en", "The ferry and the strike", "A strike stopped the old ferry."),
            article("boat", "en", "Boats", "The boats lie idle. A boat lay on the quay for ever."),
            article("quay", "en", "The quay", "Old ferry and old quay. The harbour, the crane."),
            article("wheat", "en", "Wheat", "Wheat failed, and ferry fares rose in the drought."),
            article("fluss", "de", "Die Fähre", "Die Boote liegen still, die Fähre auch.")));
    SemanticIndexing.update(folder, EmbeddingModels.of(new ConceptEmbedder()), (_, _) -> {});
    engine = LuceneSearchEngine.open(folder, EmbeddingModels.of(new ConceptEmbedder()));
  }

  private static Article article(String id, String language, String title, String text) {
    return Article.withId(id)
        .title(title)
        .paragraphs(List.of(text))
        .language(language)
        .source("Gazette")
        .publishedAt(PublicationDate.stated("1990-05-01"))
        .build();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.of(2026, 1, 15)).root();
  }

  private Explanation why(String query, String id) {
    return engine.explain(SearchRequest.of(parsed(query)), id).orElseThrow();
  }

  private static Unit unit(Explanation why, String text) {
    return why.units().stream().filter(u -> u.text().equals(text)).findFirst().orElseThrow();
  }

  private static double shares(Explanation why) {
    return why.units().stream().mapToDouble(Unit::share).sum()
        + why.pairs().stream().mapToDouble(Pair::share).sum()
        + why.learnt().map(Learnt::share).orElse(0.0)
        + why.meaning().map(Meaning::share).orElse(0.0);
  }

  @Test
  void eachWordIsCountedWhereItStandsAndHowRareItIs() {
    Explanation why = why("old ferry", "ferry");
    assertThat(why.fit()).isEqualTo(Fit.WHOLE);
    assertThat(engine.rank(SearchRequest.of(parsed("old ferry")), 10).ids().indexOf("ferry"))
        .isEqualTo(why.rank().orElseThrow() - 1);
    assertThat(why.articles()).isEqualTo(5);
    Unit ferry = unit(why, "ferry");
    assertThat(ferry.places()).isEqualTo(Map.of(QueryField.TITLE, 1, QueryField.BODY, 1));
    assertThat(ferry.articles()).hasValue(3);
    assertThat(unit(why, "old").share()).isPositive();
    assertThat(why.pairs()).singleElement().matches(p -> p.times() == 1 && p.share() > 0);
    assertThat(shares(why)).isCloseTo(1, within(1e-9));
    assertThat(why.numbers().orElseThrow().value()).isCloseTo(why.score(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boat",
        "=boat",
        "boa*",
        "baot~",
        "title:boats",
        "boat OR quay",
        "quay^3",
        "\"lay on\"",
        "lead:boat",
        "source:gazette"
      })
  void whatIsCountedIsWhatIsMarked(String query) {
    Explanation why = why(query, "boat");
    MarkedArticle page = engine.find("boat", parsed(query)).orElseThrow();
    int marks =
        page.title().marks().size()
            + page.paragraphs().stream().mapToInt(p -> p.marks().size()).sum()
            + page.values(FacetField.SOURCE).stream()
                .map(MarkedText::marks)
                .mapToInt(List::size)
                .sum();
    assertThat(why.isHit()).isTrue();
    assertThat(
            why.units().stream()
                .flatMap(unit -> unit.places().values().stream())
                .mapToInt(Integer::intValue)
                .sum())
        .isEqualTo(marks)
        .isPositive();
    assertThat(shares(why)).isCloseTo(1, within(1e-9));
  }

  @Test
  void nearnessAndPhrasesAreToldAsTheWholesTheyAre() {
    Unit near = why("boat NEAR/5 quay", "boat").units().getFirst();
    assertThat(near.places()).isEqualTo(Map.of(QueryField.BODY, 1));
    assertThat(near.forms()).containsExactly("boat lay on the quay");
    Explanation phrase = why("\"old ferry\" AND \"old quay\"", "ferry");
    assertThat(phrase.fit()).isEqualTo(Fit.NONE);
    assertThat(unit(phrase, "\"old ferry\"").isMissing()).isFalse();
    assertThat(unit(phrase, "\"old quay\"").isMissing()).isTrue();
    assertThat(why("boa* idle", "boat").units().getFirst().forms())
        .containsExactly("boat", "Boats");
  }

  @Test
  void whatIsMissingIsTold() {
    Explanation why = why("ferry AND crane AND (tide OR moon)", "ferry");
    assertThat(why.fit()).isEqualTo(Fit.NONE);
    assertThat(why.score()).isZero();
    assertThat(why.rank()).isEmpty();
    assertThat(why.units().stream().filter(Unit::isMissing).map(Unit::text))
        .containsExactly("crane", "tide", "moon");
    assertThat(why.units()).allMatch(unit -> unit.share() == 0);
    assertThat(why.numbers()).isEmpty();
  }

  @Test
  void alternativesNeedNotAllBeThere() {
    Explanation why = why("ferry AND (crane OR strike OR moon)", "ferry");
    assertThat(why.fit()).isEqualTo(Fit.WHOLE);
    assertThat(why.units()).noneMatch(Unit::isMissing);
    assertThat(unit(why, "moon").role()).isEqualTo(Role.ALTERNATIVE);
  }

  @Test
  void aGroupCountsOnlyAsAWhole() {
    Explanation why = why("strike OR (ferry crane)", "ferry");
    assertThat(unit(why, "ferry").isThere()).isTrue();
    assertThat(unit(why, "ferry").share()).isZero();
    assertThat(unit(why, "strike").share()).isCloseTo(1, within(1e-9));
  }

  @Test
  void datesFiltersAndExclusionsHoldOrDoNot() {
    Explanation holds = why("ferry date:1990 -crane", "ferry");
    assertThat(holds.units())
        .extracting(Unit::role)
        .containsExactly(Role.WANTED, Role.CONDITION, Role.EXCLUDED);
    assertThat(holds.units()).extracting(Unit::isThere).containsExactly(true, true, false);
    assertThat(holds.fit()).isEqualTo(Fit.WHOLE);
    Explanation fails = why("ferry date:1991 -crane", "quay");
    assertThat(fails.units()).extracting(Unit::isMissing).containsExactly(false, true, true);
    Filters filters =
        Filters.none()
            .between(Optional.of(LocalDate.of(1990, 1, 1)), Optional.empty())
            .with(FacetField.SOURCE, List.of("Herald"));
    Explanation narrowed =
        engine.explain(SearchRequest.of(parsed("ferry"), filters), "ferry").orElseThrow();
    assertThat(narrowed.fit()).isEqualTo(Fit.NONE);
    assertThat(narrowed.units()).extracting(Unit::isMissing).containsExactly(false, false, true);
  }

  @Test
  void whereNoArticleHasAllThoseThatHaveMostAreExplained() {
    Explanation why = why("ferry strike zebra", "ferry");
    assertThat(why.fit()).isEqualTo(Fit.PART);
    assertThat(why.rank()).hasValue(1);
    assertThat(unit(why, "zebra").isMissing()).isTrue();
    assertThat(shares(why)).isCloseTo(1, within(1e-9));
    assertThat(Note.texts(why.notes()))
        .contains("No article has all 3 words; these have some of them.");
  }

  @Test
  void aQuestionTellsItsStopWordsAndWhatWasLearnt() {
    Explanation why = why("why did the strike stop the old ferry that day", "ferry");
    assertThat(why.fit()).isEqualTo(Fit.PART);
    assertThat(unit(why, "the").role()).isEqualTo(Role.STOP_WORD);
    assertThat(unit(why, "the").isMissing()).isFalse();
    assertThat(unit(why, "strike").role()).isEqualTo(Role.WANTED);
    assertThat(unit(why, "strike").share()).isGreaterThan(unit(why, "the").share());
    Learnt learnt = why.learnt().orElseThrow();
    assertThat(learnt.words()).isNotEmpty();
    assertThat(learnt.share()).isBetween(0.01, 0.99);
    assertThat(shares(why)).isCloseTo(1, within(1e-9));
  }

  /** The share of the score that the engine itself computes for this piece and its headline. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "old ferry",
        "old^2 title:ferry",
        "ferry (strike OR moon) stop*",
        "why did the strike stop the old ferry that old day",
      })
  void eachShareStandsInTheNumbers(String query) {
    Explanation why = why(query, "ferry");
    List<Double> numbers = new ArrayList<>();
    collect(why.numbers().orElseThrow(), numbers);
    Map<String, Double> inHeadline =
        why.numbers().orElseThrow().details().stream()
            .filter(step -> step.description().contains("headline"))
            .flatMap(step -> step.details().stream())
            .collect(Collectors.toMap(Numbers::description, Numbers::value));
    assertThat(why.units().stream().filter(unit -> unit.share() > 0))
        .isNotEmpty()
        .allSatisfy(
            unit ->
                assertThat(numbers)
                    .as("%s in %s", unit, numbers)
                    .anyMatch(
                        n ->
                            Math.abs(
                                    n
                                        + inHeadline.getOrDefault(unit.text(), 0.0)
                                        - unit.share() * why.score())
                                < 1e-5));
  }

  private static void collect(Numbers step, List<Double> into) {
    into.add(step.value());
    step.details().forEach(detail -> collect(detail, into));
  }

  @Test
  void anArticleIsExplainedInItsOwnLanguage() {
    Unit boats = unit(why("boot", "fluss"), "boot");
    assertThat(boats.forms()).containsExactly("Boote");
    assertThat(boats.articles()).hasValue(1);
  }

  @Test
  void nearnessInMeaningIsOneOfTheReasons() {
    Explanation found =
        engine
            .explain(SearchRequest.of(parsed("vessel")).in(SearchMode.HYBRID), "boat")
            .orElseThrow();
    assertThat(found.fit()).isEqualTo(Fit.MEANING);
    assertThat(found.meaning().orElseThrow().share()).isCloseTo(1, within(1e-9));
    assertThat(found.meaning().orElseThrow().passage()).contains("The boats lie idle");
    Explanation both =
        engine
            .explain(SearchRequest.of(parsed("ferry")).in(SearchMode.HYBRID), "ferry")
            .orElseThrow();
    assertThat(both.fit()).isEqualTo(Fit.WHOLE);
    assertThat(both.meaning().orElseThrow().share()).isBetween(0.01, 0.99);
    assertThat(shares(both)).isCloseTo(1, within(1e-6));
  }

  @Test
  void thereIsNothingToWeighWhereEveryArticleIsAskedFor() {
    Explanation dated = why("date:1990", "ferry");
    assertThat(dated.fit()).isEqualTo(Fit.WHOLE);
    assertThat(shares(dated)).isIn(0.0, 1.0);
    assertThat(why("", "ferry").fit()).isEqualTo(Fit.WHOLE);
  }

  @Test
  void noArticleNoExplanation() {
    assertThat(engine.explain(SearchRequest.of(parsed("ferry")), "nobody")).isEmpty();
  }

  @Test
  void withoutTimeItSaysSo() {
    try (LuceneSearchEngine hurried = LuceneSearchEngine.open(folder, Duration.ofNanos(1))) {
      Explanation why = hurried.explain(SearchRequest.of(parsed("ferry")), "ferry").orElseThrow();
      assertThat(why.fit()).isEqualTo(Fit.UNKNOWN);
      assertThat(Note.texts(why.notes())).singleElement().asString().startsWith("Stopped after");
    }
  }
}
