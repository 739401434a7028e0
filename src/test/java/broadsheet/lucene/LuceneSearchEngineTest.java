package broadsheet.lucene;

import static broadsheet.lucene.TestIndex.article;
import static broadsheet.lucene.TestIndex.ids;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Tiers;
import broadsheet.engine.result.Timeline;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.DateUnknown;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.ExactWord;
import broadsheet.query.QueryNode.Fuzzy;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.NumberRange;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Wildcard;
import broadsheet.query.QueryNode.Word;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class LuceneSearchEngineTest {

  @TempDir private Path folder;

  @Test
  void aWordFindsItsOtherForms() {
    try (var engine =
        TestIndex.engine(
            folder,
            article("many", "The talks went on."),
            article("one", "A talk was held."),
            article("none", "Talcum was sold."))) {
      assertThat(ids(engine, new Word("talk"))).containsExactlyInAnyOrder("many", "one");
      assertThat(ids(engine, new Word("talks"))).containsExactlyInAnyOrder("many", "one");
      assertThat(ids(engine, new ExactWord("talks"))).containsExactly("many");
    }
  }

  /** The English stem of "preise" is the word "preis", whose own stem is "prei". */
  @Test
  void aWordDoesNotFindAnotherWordWhoseStemItIs() {
    try (var engine =
        TestIndex.engine(
            folder,
            article("one", "The word preis is German."),
            article("many", "The word preise is German."))) {
      assertThat(ids(engine, new Word("preis"))).containsExactly("one");
    }
  }

  @Test
  void accentsPossessivesAndDotsFindEachOther() {
    try (var engine =
        TestIndex.engine(
            folder,
            article("a", "Zürich’s trams"),
            article("b", "Zurich trains"),
            article("c", "the U.S. view"))) {
      assertThat(ids(engine, new Word("Zürich"))).containsExactlyInAnyOrder("a", "b");
      assertThat(ids(engine, new Word("zurich"))).containsExactlyInAnyOrder("a", "b");
      assertThat(ids(engine, new Word("Zurich's"))).containsExactlyInAnyOrder("a", "b");
      assertThat(ids(engine, new Word("US"))).containsExactly("c");
      assertThat(ids(engine, new Phrase("U.S. view", 0))).containsExactly("c");
    }
  }

  @Test
  void aPhraseKeepsItsWordsAsTypedAndInOrder() {
    try (var engine =
        TestIndex.engine(
            folder,
            article("a", "“Candid, substantial and fruitful” talks"),
            article("b", "substantial, candid and fruitful talks"),
            article("c", "candid substantials"))) {
      assertThat(ids(engine, new Phrase("candid, substantial", 0))).containsExactly("a");
      assertThat(ids(engine, new Phrase("candid * and", 0))).containsExactly("a");
      assertThat(ids(engine, new Phrase("candid fruitful", 2))).containsExactly("b", "a");
    }
  }

  @Test
  void phraseDoesNotMatchAcrossParagraphs() {
    try (var engine =
        TestIndex.engine(folder, article("a", "It ended in March", "April was dry"))) {
      assertThat(ids(engine, new Phrase("March April", 0))).isEmpty();
      assertThat(ids(engine, words("March", "April"))).containsExactly("a");
    }
  }

  @Test
  void thePhraseIsMarkedAsThePhraseAndOnlyThere() {
    try (var engine =
        TestIndex.engine(
            folder,
            article(
                "a", "A spy balloon rose. The balloon drifted; no spy was seen.", "It fell."))) {
      Hit hit = only(engine.search(SearchRequest.of(new Phrase("spy balloon", 0))));
      assertThat(hit.snippets())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("A [spy balloon] rose.");
    }
  }

  @Test
  void nothingUnderNotAndNoUnmatchedBranchIsMarked() {
    try (var engine = TestIndex.engine(folder, article("a", "red green blue"))) {
      QueryNode query =
          new AnyOf(
              List.of(
                  new AllOf(List.of(new Word("red"), new Word("absent"))),
                  new AllOf(List.of(new Word("blue"), new Not(new Word("missing"))))));
      Hit hit = only(engine.search(SearchRequest.of(query)));
      assertThat(hit.snippets())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("red green [blue]");
    }
  }

  @Test
  void snippetsAreWholeSentencesWithMostOfTheQuery() {
    String filler = "Nothing of note was said there. ".repeat(20);
    try (var engine =
        TestIndex.engine(
            folder,
            article(
                "a",
                "The harbour was calm. " + filler,
                filler + "The mayor opened the harbour bridge. " + filler,
                "A bridge elsewhere fell."))) {
      Hit hit = only(engine.search(SearchRequest.of(words("harbour", "bridge"))));
      assertThat(hit.snippets())
          .extracting(LuceneSearchEngineTest::bracketed)
          .contains("The mayor opened the [harbour] [bridge].")
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void aHitAtTheVeryEndOfALongArticleIsMarked() {
    String filler = "Grain prices were steady again that day. ".repeat(25_000);
    try (var engine =
        TestIndex.engine(folder, article("long", filler + "Then the zeppelin came."))) {
      Hit hit = only(engine.search(SearchRequest.of(new Word("zeppelin"))));
      assertThat(hit.snippets())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("Then the [zeppelin] came.");
    }
  }

  @Test
  void wildcardsFindWordsAndNeverStems() {
    try (var engine =
        TestIndex.engine(
            folder,
            article("a", "diplomacy"),
            article("b", "diplomats met"),
            article("c", "dip"))) {
      assertThat(ids(engine, new Wildcard("diplom*"))).containsExactlyInAnyOrder("a", "b");
      assertThat(ids(engine, new Wildcard("*mats"))).containsExactly("b");
      assertThat(ids(engine, new Wildcard("*diplomat"))).isEmpty();
      assertThat(ids(engine, new Wildcard("d?p"))).containsExactly("c");
    }
  }

  @Test
  void aPatternOfTooManyWordsIsCutWithANote() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_200; i++) {
      text.append("word").append(i).append(' ');
    }
    try (var engine = TestIndex.engine(folder, article("a", text.toString()))) {
      SearchResults results = engine.search(SearchRequest.of(new Wildcard("word*")));
      assertThat(results.total()).isEqualTo(1);
      assertThat(Note.texts(results.notes()))
          .singleElement()
          .asString()
          .contains("only the most frequent were searched");
    }
  }

  @Test
  void fuzzyFindsSpellingsNearTheTypedOneWhichRanksFirst() {
    try (var engine =
        TestIndex.engine(
            folder,
            article("near", "Blinken spoke"),
            article("typed", "Blinkin spoke"),
            article("far", "Blink spoke"))) {
      assertThat(ids(engine, new Fuzzy("Blinkin", 1))).containsExactly("typed", "near");
    }
  }

  @Test
  void fieldsNarrow() {
    Article titled = Article.withId("t").title("A discourse").paragraphs(List.of("Text")).build();
    Article told = Article.withId("b").title("News").paragraphs(List.of("discourse")).build();
    try (var engine = TestIndex.engine(folder, titled, told)) {
      assertThat(ids(engine, in(QueryField.TITLE, "discourse"))).containsExactly("t");
      assertThat(ids(engine, in(QueryField.LEAD, "discourse"))).containsExactly("b");
      assertThat(ids(engine, new Word("discourse"))).containsExactly("t", "b");
      assertThat(ids(engine, in(QueryField.ID, "b"))).containsExactly("b");
    }
  }

  @Test
  void relatedHeadlinesAreFoundOnlyWhenAsked() {
    Article article =
        Article.withId("a")
            .paragraphs(List.of("Of talks"))
            .related(List.of("One headline", "Missile in Odesa"))
            .build();
    try (var engine = TestIndex.engine(folder, article)) {
      assertThat(ids(engine, new Word("Odesa"))).isEmpty();
      Hit hit = only(engine.search(SearchRequest.of(in(QueryField.RELATED, "Odesa"))));
      assertThat(hit.snippets())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("Missile in [Odesa]");
    }
  }

  @Test
  void keywordFieldsMatchWholeValuesAndTheirWordsInAnyCase() {
    Article times =
        Article.withId("t")
            .source("The Evening Times")
            .places(List.of("el-salvador", "usa"))
            .build();
    Article post = Article.withId("p").source("Evening Post").build();
    try (var engine = TestIndex.engine(folder, times, post)) {
      assertThat(ids(engine, in(QueryField.SOURCE, "times"))).containsExactly("t");
      assertThat(ids(engine, in(QueryField.SOURCE, "time"))).isEmpty();
      assertThat(ids(engine, new InField(QueryField.SOURCE, new Phrase("evening post", 0))))
          .containsExactly("p");
      Hit hit = only(engine.search(SearchRequest.of(in(QueryField.PLACE, "Salvador"))));
      assertThat(hit.values(FacetField.PLACE))
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("el-[salvador]", "usa");
    }
  }

  @Test
  void aDateIsInsideARangeOnlyWithItsWholeMonthOrYear() {
    try (var engine =
        TestIndex.engine(
            folder,
            dated("day", "2023-06-18"),
            dated("month", "2023-06"),
            dated("year", "2023"),
            dated("zone", "2023-06-30T23:30:00-05:00"),
            dated("never", ""))) {
      assertThat(ids(engine, range("2023-06-01", "2023-06-30")))
          .containsExactlyInAnyOrder("day", "month", "zone");
      assertThat(ids(engine, range("2023-06-02", "2023-06-30")))
          .containsExactlyInAnyOrder("day", "zone");
      assertThat(ids(engine, range("2023-01-01", "2023-12-31"))).hasSize(4);
      assertThat(ids(engine, new DateUnknown())).containsExactly("never");
    }
  }

  @Test
  void sortingByDatePutsTheUndatedLast() {
    try (var engine =
        TestIndex.engine(
            folder,
            dated("b", "2001-05"),
            dated("never", ""),
            dated("c", "2001-05-02"),
            dated("a", "1999"))) {
      assertThat(ids(engine.search(sorted(SortOrder.NEWEST))))
          .containsExactly("c", "b", "a", "never");
      assertThat(ids(engine.search(sorted(SortOrder.OLDEST))))
          .containsExactly("a", "b", "c", "never");
    }
  }

  @Test
  void whenNoArticleHasAllThoseWithSomeAreShown() {
    try (var engine =
        TestIndex.engine(
            folder,
            article("two", "red and green"),
            article("one", "red only"),
            article("other", "grey"))) {
      SearchResults results = engine.search(SearchRequest.of(words("red", "green", "blue")));
      assertThat(ids(results)).containsExactly("two", "one");
      assertThat(Note.texts(results.notes()))
          .containsExactly("No article has all 3 words; these have some of them.");
      assertThat(results.tiers())
          .isEqualTo(new Tiers(0, 2, 0, 2, 3, true, Optional.of(results.notes().getFirst())));
      assertThat(results.clauses()).extracting(ClauseCount::count).containsExactly(2L, 1L, 0L);
      assertThat(results.hits())
          .extracting(Hit::missing)
          .containsExactly(List.of("blue"), List.of("green", "blue"));
      assertThat(results.hits().getFirst().snippets())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("[red] and [green]");
    }
  }

  @Test
  void explicitAndIsNeverRelaxed() {
    try (var engine = TestIndex.engine(folder, article("a", "red and green"))) {
      SearchResults results =
          engine.search(SearchRequest.of(new AllOf(List.of(new Word("red"), new Word("blue")))));
      assertThat(results.total()).isZero();
      assertThat(results.clauses()).extracting(ClauseCount::count).containsExactly(1L, 0L);
    }
  }

  @Test
  void exclusionsHoldAlsoWhenRelaxed() {
    try (var engine =
        TestIndex.engine(folder, article("a", "red green"), article("b", "red grey"))) {
      QueryNode query =
          new Together(List.of(new Word("red"), new Word("absent"), new Not(new Word("grey"))));
      assertThat(ids(engine, query)).containsExactly("a");
      assertThat(ids(engine, new Not(new Word("grey")))).containsExactly("a");
    }
  }

  @Test
  void articlesWhereTheWordsStandCloseRankHigher() {
    String far = "trade " + "filler ".repeat(30) + "war";
    String close = "filler ".repeat(30) + "trade war";
    try (var engine = TestIndex.engine(folder, article("far", far), article("close", close))) {
      assertThat(ids(engine, words("trade", "war"))).containsExactly("close", "far");
    }
  }

  @Test
  void filtersNarrowByWholeValueAndDayAndAreNamedWhenTheyEmptyTheResult() {
    Article a =
        Article.withId("a")
            .source("One")
            .publishedAt(PublicationDate.stated("2020-01-05"))
            .paragraphs(List.of("rain"))
            .build();
    Article b =
        Article.withId("b")
            .source("Two")
            .publishedAt(PublicationDate.stated("2020-02-05"))
            .paragraphs(List.of("rain"))
            .build();
    try (var engine = TestIndex.engine(folder, a, b)) {
      assertThat(
              ids(engine.search(filtered(Map.of(FacetField.SOURCE, List.of("Two")), "2020-01-01"))))
          .containsExactly("b");
      SearchResults none =
          engine.search(filtered(Map.of(FacetField.SOURCE, List.of("Two", "Three")), "2021-01-01"));
      assertThat(none.total()).isZero();
      assertThat(Note.texts(none.notes()))
          .containsExactly(
              "Without the dates, 1 article matches.", "Without the filters, 2 articles match.");
    }
  }

  @Test
  void facetsAndTimelineCountAllHitsExactly() {
    try (var engine =
        TestIndex.engine(
            folder,
            Article.withId("a")
                .topics(List.of("gold", "grain"))
                .publishedAt(PublicationDate.stated("1987-02-26"))
                .build(),
            Article.withId("b")
                .topics(List.of("grain"))
                .publishedAt(PublicationDate.stated("1987-02-26"))
                .build(),
            Article.withId("c").topics(List.of("grain")).build())) {
      SearchResults results =
          engine.search(
              new SearchRequest(new Everything(), Filters.none(), SortOrder.RELEVANCE, 1, 1));
      assertThat(results.total()).isEqualTo(3);
      assertThat(results.hits()).hasSize(1);
      assertThat(results.facets().get(FacetField.TOPIC))
          .containsExactly(new FacetCount("grain", 3), new FacetCount("gold", 1));
      assertThat(results.facets()).doesNotContainKey(FacetField.SOURCE);
      assertThat(results.timeline())
          .isEqualTo(
              new Timeline(
                  Timeline.Unit.DAY,
                  List.of(new Timeline.Bucket(LocalDate.of(1987, 2, 26), 2)),
                  1,
                  0,
                  Completeness.WHOLE));
    }
  }

  @Test
  void wordsCanBeCounted() {
    try (var engine =
        TestIndex.engine(folder, article("a", "one two three"), article("b", "one"))) {
      assertThat(ids(engine, new NumberRange(QueryField.WORDS, Optional.of(5L), Optional.empty())))
          .containsExactly("a");
    }
  }

  @Test
  void anArticleIsReadBackWholeWithItsMarks() {
    Article article =
        Article.withId("x-1")
            .title("Café talks")
            .standfirst("Of a café & <b>more</b>")
            .dateline("PARIS, May 3 -")
            .paragraphs(List.of("First café 🙂 café.", "Second."))
            .related(List.of("R1", "R2"))
            .authors(List.of("A One", "B Two"))
            .source("S")
            .section("World")
            .topics(List.of("t1", "t2"))
            .places(List.of("p"))
            .people(List.of("q"))
            .language("en")
            .url("https://example.org/1")
            .publishedAt(PublicationDate.stated("2020-05-03T10:00:00+02:00"))
            .location("f.jsonl#3")
            .build();
    try (var engine = TestIndex.engine(folder, article)) {
      var found = engine.find("x-1", new Word("cafe")).orElseThrow();
      assertThat(found.article()).isEqualTo(article);
      assertThat(bracketed(found.title())).isEqualTo("[Café] talks");
      assertThat(found.paragraphs())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("First [café] 🙂 [café].", "Second.");
      assertThat(engine.find("x-2", new Everything())).isEmpty();
    }
  }

  @Test
  void twoArticlesOfOneIdAreBothKept() {
    try (var engine = TestIndex.engine(folder, article("a", "one"), article("a", "two"))) {
      assertThat(ids(engine, new Everything())).containsExactlyInAnyOrder("a", "a~2");
    }
  }

  @Test
  void noSlopAndNoStarsReachAcrossParagraphs() {
    try (var engine = TestIndex.engine(folder, article("a", "one alpha", "beta two"))) {
      assertThat(ids(engine, new Phrase("alpha beta", 100))).isEmpty();
      assertThat(ids(engine, new Phrase("alpha" + " *".repeat(998) + " beta", 0))).isEmpty();
    }
  }

  @Test
  void anAsteriskAtThePhrasesEdgeIsSaidToBeLeftOut() {
    try (var engine = TestIndex.engine(folder, article("a", "Queen of Hearts"))) {
      SearchResults results = engine.search(SearchRequest.of(new Phrase("* of Hearts", 0)));
      assertThat(results.total()).isEqualTo(1);
      assertThat(Note.texts(results.notes())).singleElement().asString().contains("asterisk");
    }
  }

  @Test
  void marksThatSteerDisplayDoNotHideAWord() {
    try (var engine =
        TestIndex.engine(
            folder,
            article("ltr", "Lakeview\u200E yesterday"),
            article("heart", "with ❤\uFE0F sent"))) {
      assertThat(ids(engine, new Word("Lakeview"))).containsExactly("ltr");
      assertThat(ids(engine, new Word("❤"))).containsExactly("heart");
    }
  }

  @Test
  void patternsAreCutAndFoldedAsTheIndexIs() {
    try (var engine =
        TestIndex.engine(
            folder, article("a", "the snake_case of U.S.-China talks in İstanbul 😀 well"))) {
      for (String pattern : List.of("snake_c*", "U.S.-Chin*", "İstan*", "😀*", "ISTANB?L")) {
        assertThat(ids(engine, new Wildcard(pattern))).as(pattern).containsExactly("a");
      }
      assertThat(ids(engine, new Wildcard("snake-c*"))).isEmpty();
    }
  }

  @Test
  void aFuzzyWordKeepsAtLeastOneOfItsLetters() {
    try (var engine = TestIndex.engine(folder, article("a", "a of to it 中 国"))) {
      assertThat(ids(engine, new Fuzzy("x", 2))).isEmpty();
      assertThat(ids(engine, new Fuzzy("😀", 2))).isEmpty();
      assertThat(ids(engine, new Fuzzy("中国", 2))).containsExactly("a");
    }
  }

  @Test
  void manyPatternsTogetherStayBounded() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append('s').append(Integer.toString(i, 36)).append(' ');
    }
    try (var engine = TestIndex.engine(folder, article("a", text.toString()))) {
      String joined = "s*-".repeat(300) + "s*";
      assertThat(Note.texts(engine.search(SearchRequest.of(new Wildcard(joined))).notes()))
          .isNotEmpty();
      assertThat(engine.search(SearchRequest.of(new Fuzzy("中".repeat(900), 2))).total()).isZero();
      Wildcard monster = new Wildcard("*a".repeat(400) + "*");
      assertThat(engine.search(SearchRequest.of(monster)).total()).isZero();
    }
  }

  @Test
  void nestedBoostsNeitherOverflowNorSpoilTheRanking() {
    QueryNode nested = new Word("oil");
    for (int i = 0; i < 20; i++) {
      nested = new QueryNode.Boosted(new Together(List.of(nested, new Word("§"))), 1_000f);
    }
    try (var engine =
        TestIndex.engine(folder, article("a", "oil and oil"), article("b", "oil fell"))) {
      SearchResults results = engine.search(SearchRequest.of(nested));
      assertThat(results.hits())
          .hasSize(2)
          .allMatch(hit -> Float.isFinite(hit.score()) && hit.score() > 0);
    }
  }

  @Test
  void theSentenceWithTheRareWordIsShownThoughManyStandBeforeIt() {
    String many = "The lorry passed the gate. ".repeat(200);
    try (var engine = TestIndex.engine(folder, article("a", many, "The zebra stopped."))) {
      Hit hit = only(engine.search(SearchRequest.of(words("the", "zebra"))));
      assertThat(hit.snippets())
          .extracting(LuceneSearchEngineTest::bracketed)
          .contains("The [zebra] stopped.");
    }
  }

  @Test
  void aPhraseAcrossASentenceBorderIsShownWhole() {
    try (var engine =
        TestIndex.engine(folder, article("a", "The foo men met bar. Baz ended it."))) {
      QueryNode query = new Together(List.of(new Word("foo"), new Phrase("bar baz", 0)));
      Hit hit = only(engine.search(SearchRequest.of(query)));
      assertThat(hit.snippets())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("The [foo] men met [bar. Baz] ended it.");
    }
  }

  @Test
  void anyValueOfAFieldFindsArticlesThatHaveIt() {
    Article titled = Article.withId("t").title("A title").source("S").build();
    Article bare = Article.withId("b").paragraphs(List.of("Text")).build();
    try (var engine = TestIndex.engine(folder, titled, bare)) {
      assertThat(ids(engine, new InField(QueryField.TITLE, new Wildcard("*"))))
          .containsExactly("t");
      assertThat(ids(engine, new InField(QueryField.SOURCE, new Wildcard("*"))))
          .containsExactly("t");
      assertThat(ids(engine, new Not(new InField(QueryField.SOURCE, new Wildcard("*")))))
          .containsExactly("b");
    }
  }

  @Test
  void anArticleThatHasNotAllIsMarkedForWhatItHas() {
    try (var engine = TestIndex.engine(folder, article("a", "red green"))) {
      QueryNode query =
          new AllOf(List.of(new Word("red"), new Word("absent"), new Not(new Word("green"))));
      assertThat(engine.find("a", query).orElseThrow().paragraphs())
          .extracting(LuceneSearchEngineTest::bracketed)
          .containsExactly("[red] green");
    }
  }

  @Test
  void stopWordsAloneDoNotMakeAnArticleFollow() {
    try (var engine = TestIndex.engine(folder, article("a", "the red of it"))) {
      SearchResults results =
          engine.search(SearchRequest.of(words("the", "the", "of", "absent", "§")));
      assertThat(results.hits()).isEmpty();
    }
  }

  @Test
  void aQueryOfNothingSearchableFindsNothingAndSaysSo() {
    try (var engine = TestIndex.engine(folder, article("a", "text"))) {
      SearchResults results = engine.search(SearchRequest.of(new Word("§")));
      assertThat(results.total()).isZero();
      assertThat(Note.texts(results.notes())).singleElement().asString().contains("§");
    }
  }

  public static String bracketed(MarkedText marked) {
    StringBuilder text = new StringBuilder(marked.text());
    for (MarkedText.Mark mark : marked.marks().reversed()) {
      text.insert(mark.end(), ']').insert(mark.start(), '[');
    }
    return text.toString();
  }

  private static Hit only(SearchResults results) {
    assertThat(results.hits()).hasSize(1);
    return results.hits().getFirst();
  }

  private static QueryNode words(String... words) {
    return new Together(List.of(words).stream().<QueryNode>map(Word::new).toList());
  }

  private static QueryNode in(QueryField field, String word) {
    return new InField(field, new Word(word));
  }

  private static Article dated(String id, String iso) {
    return Article.withId(id)
        .publishedAt(iso.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(iso))
        .build();
  }

  private static QueryNode range(String from, String to) {
    return new DateRange(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)));
  }

  private static SearchRequest sorted(SortOrder sort) {
    return new SearchRequest(new Everything(), Filters.none(), sort, 1, 10);
  }

  private static SearchRequest filtered(Map<FacetField, List<String>> values, String from) {
    Filters filters = new Filters(Optional.of(LocalDate.parse(from)), Optional.empty(), values);
    return new SearchRequest(new Word("rain"), filters, SortOrder.RELEVANCE, 1, 10);
  }
}
