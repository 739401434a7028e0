package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles with all the words come first, then those with some of them. */
abstract class TierContract extends SharedArchiveContract {

  /** 3 articles have cocoa and frost, 150 cocoa alone, 20 frost alone, 200 neither. */
  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      articles.add(article("both" + i, "The frost came to cocoa trees of village %s.", i, "Post"));
    }
    for (int i = 0; i < 150; i++) {
      articles.add(article("cocoa" + i, "Traders bought cocoa of lot %s on Friday.", i, "Times"));
    }
    for (int i = 0; i < 20; i++) {
      articles.add(article("frost" + i, "The frost lay on hill %s all day.", i, "Times"));
    }
    for (int i = 0; i < 200; i++) {
      articles.add(article("other" + i, "A train left for town %s at noon.", i, "Times"));
    }
    return articles;
  }

  private static Article article(String id, String text, int number, String source) {
    return Article.withId(id)
        .title("Report " + number)
        .paragraphs(List.of(text.replace("%s", Integer.toString(number))))
        .language("en")
        .source(source)
        .publishedAt(PublicationDate.stated("1987-03-" + (10 + number % 20)))
        .build();
  }

  private static QueryNode parsed(String text) {
    return QueryParser.parse(text, LocalDate.of(2026, 1, 15)).root();
  }

  private static SearchRequest request(String text, int page, int size) {
    return new SearchRequest(parsed(text), Filters.none(), SortOrder.RELEVANCE, page, size);
  }

  @Test
  void thoseWithAllWordsComeFirstAndAtMostAHundredFollow() {
    SearchResults first = engine.search(request("cocoa frost", 1, 100));
    assertThat(first.total()).isEqualTo(3);
    assertThat(first.tiers().all()).isEqualTo(3);
    assertThat(first.tiers().some()).isEqualTo(100);
    assertThat(first.tiers().listed()).isEqualTo(103);
    assertThat(first.tiers().note().map(Note::text).orElseThrow())
        .isEqualTo("3 articles have both words; these have one.");
    assertThat(SearchAnswers.ids(first).subList(0, 3))
        .containsExactlyInAnyOrder("both0", "both1", "both2");
    assertThat(first.hits().subList(0, 3)).allMatch(hit -> hit.missing().isEmpty());
    assertThat(first.hits().subList(3, 23)).as("frost is rarer").allMatch(TierContract::lacksCocoa);
    assertThat(first.facets().get(FacetField.SOURCE))
        .as("counts the first tier")
        .singleElement()
        .satisfies(count -> assertThat(count.count()).isEqualTo(3));
    assertThat(first.timeline().buckets().stream().mapToLong(b -> b.count()).sum()).isEqualTo(3);
  }

  private static boolean lacksCocoa(Hit hit) {
    return hit.missing().equals(List.of("cocoa"));
  }

  @Test
  void pagesRunThroughBothTiersByNumberAndByCursor() {
    List<String> whole =
        new ArrayList<>(SearchAnswers.ids(engine.search(request("cocoa frost", 1, 100))));
    whole.addAll(SearchAnswers.ids(engine.search(request("cocoa frost", 2, 100))));
    assertThat(whole).hasSize(103).doesNotHaveDuplicates();
    List<String> numbered = new ArrayList<>();
    List<String> chained = new ArrayList<>();
    SearchRequest next = request("cocoa frost", 1, 2);
    for (int page = 1; page <= 52; page++) {
      numbered.addAll(SearchAnswers.ids(engine.search(request("cocoa frost", page, 2))));
      SearchResults results = engine.search(next);
      chained.addAll(SearchAnswers.ids(results));
      next = results.next().map(next::after).orElse(next);
    }
    assertThat(numbered).isEqualTo(whole);
    assertThat(chained).isEqualTo(whole);
    assertThat(engine.search(request("cocoa frost", 52, 2)).next()).isEmpty();
    assertThat(engine.search(request("cocoa frost", 53, 2)).hits()).isEmpty();
  }

  @Test
  void onThePageOnlyTheFullMatchesOfItAreTold() {
    SearchResults second = engine.search(request("cocoa frost", 2, 2));
    assertThat(second.tiers().onPage()).isEqualTo(1);
    assertThat(second.tiers().isDivided(second.hits().size())).isTrue();
    assertThat(engine.search(request("cocoa frost", 3, 2)).tiers().onPage()).isZero();
  }

  @Test
  void manyFullMatchesAreFollowedByNone() {
    SearchResults results = engine.search(request("traders bought", 1, 10));
    assertThat(results.tiers().some()).isZero();
    assertThat(results.tiers().note()).isEmpty();
    assertThat(results.total()).isEqualTo(150);
  }

  @Test
  void sortedByDateThereIsOneTier() {
    SearchResults newest =
        engine.search(
            new SearchRequest(parsed("cocoa frost"), Filters.none(), SortOrder.NEWEST, 1, 100));
    assertThat(newest.hits()).hasSize(3);
    assertThat(newest.tiers().some()).isZero();
  }

  @Test
  void whereNoneHasAllThoseWithSomeAreCounted() {
    SearchResults results = engine.search(request("cocoa zebra", 1, 10));
    assertThat(results.total()).isEqualTo(153);
    assertThat(results.tiers().all()).isZero();
    assertThat(Note.texts(results.notes())).contains("No article has both words; these have one.");
  }

  @Test
  void aFacetCountsWhatSelectingAnotherValueFinds() {
    Filters times = Filters.none().with(FacetField.SOURCE, List.of("Times"));
    SearchResults some = engine.search(filtered("cocoa frost", times));
    assertThat(some.tiers().all()).as("all articles with both are of the Post").isZero();
    assertThat(some.facets().get(FacetField.SOURCE))
        .containsExactly(new FacetCount("Post", 3), new FacetCount("Times", 170));
    Filters both = times.with(FacetField.SOURCE, List.of("Times", "Post"));
    assertThat(engine.search(filtered("cocoa frost", both)).total()).isEqualTo(3);
    assertThat(engine.search(filtered("cocoa frost noon", times)).facets().get(FacetField.SOURCE))
        .as("one list has the articles with some of the words, too")
        .contains(new FacetCount("Post", 3));
  }

  private static SearchRequest filtered(String text, Filters filters) {
    return new SearchRequest(parsed(text), filters, SortOrder.RELEVANCE, 1, 10);
  }

  @Test
  void aLongRunWithoutBlanksIsFoundByItsPairs() {
    try (SearchEngine chinese =
        engine(
            folder,
            chinese("airport", "北京大兴国际机场旅客吞吐量突破"),
            chinese("stray", "北方大厦兴旺，年初客人无量"),
            chinese("train", "火车站人很多"))) {
      SearchRequest request = request("北京大兴机场年旅客吞吐量", 1, 10);
      SearchResults results = chinese.search(request);
      assertThat(SearchAnswers.ids(results)).containsExactly("airport");
      assertThat(results.hits().getFirst().missing()).containsExactly("兴机", "场年", "年旅");
      assertThat(results.hits().getFirst().snippets())
          .extracting(SearchAnswers::bracketed)
          .containsExactly("[北京大兴]国际[机场旅客吞吐量]突破");
      assertThat(chinese.find("airport", request.query()).orElseThrow().paragraphs())
          .extracting(SearchAnswers::bracketed)
          .containsExactly("[北京大兴]国际[机场旅客吞吐量]突破");
      assertThat(Note.texts(results.notes()))
          .contains("No article has the whole of it; these have parts of it.");
      assertThat(SearchAnswers.ids(chinese.search(request("北京大兴", 1, 10))))
          .containsExactly("airport");
      assertThat(chinese.search(request("北京机场", 1, 10)).hits()).as("as it stands").isEmpty();
    }
  }

  private static Article chinese(String id, String text) {
    return Article.withId(id).paragraphs(List.of(text)).language("zh").build();
  }

  /** Both have one pair, in texts of the same length. */
  @Test
  void singleCharactersOfALongRunRaiseTheScoreUnmarked() {
    try (SearchEngine chinese =
        engine(
            folder,
            chinese("a-pair", "这个机场的名字很好听。"),
            chinese("pair-and-characters", "吞下北瓜的人去机場量货。"),
            chinese("other", "火车站人很多。"))) {
      SearchResults results = chinese.search(request("北京大兴机场年旅客吞吐量", 1, 10));
      assertThat(SearchAnswers.ids(results)).containsExactly("pair-and-characters", "a-pair");
      assertThat(results.hits().getFirst().snippets())
          .extracting(SearchAnswers::bracketed)
          .containsExactly("吞下北瓜的人去[机場]量货。");
    }
  }

  @Test
  void questionWordsInALongRunAreOptional() {
    try (SearchEngine chinese =
        engine(
            folder,
            chinese("answer", "奥斯瓦尔德暗杀了肯尼迪。"),
            chinese("question", "肯尼迪的弟弟是谁？"),
            chinese("other", "火车站人很多。"),
            chinese("port", "港口更名。"),
            chinese("quay", "码头关闭。"))) {
      SearchResults results = chinese.search(request("是谁暗杀了肯尼迪？", 1, 10));
      assertThat(results.tiers().all()).isOne();
      assertThat(SearchAnswers.ids(results)).containsExactly("answer", "question");
      assertThat(results.hits().getLast().snippets())
          .extracting(SearchAnswers::bracketed)
          .containsExactly("[肯尼迪]的弟弟是谁？");
    }
  }

  /** The rarities of frost and noon are 2.8 and 0.6: noon alone is less than a fifth of both. */
  @Test
  void aFrequentWordAloneIsNotEnough() {
    SearchResults results = engine.search(request("noon frost", 1, 100));
    assertThat(SearchAnswers.ids(results)).hasSize(23).noneMatch(id -> id.startsWith("other"));
  }

  @Test
  void exportsTakeTheFirstTierThatIsNotEmpty() {
    assertThat(exported("cocoa frost")).hasSize(3);
    assertThat(exported("cocoa zebra")).hasSize(153);
  }

  private List<String> exported(String text) {
    return SearchAnswers.exported(engine, request(text, 1, 10));
  }

  @Test
  void rankingsGoOnBeyondTheHundred() {
    List<String> ranked = engine.rank(SearchRequest.of(parsed("cocoa frost")), 1_000).ids();
    assertThat(ranked).hasSize(173).doesNotHaveDuplicates();
    assertThat(ranked.subList(0, 100))
        .isEqualTo(SearchAnswers.ids(engine.search(request("cocoa frost", 1, 100))));
  }

  @Test
  void explanationsKnowTheTier() {
    List<String> ids = SearchAnswers.ids(engine.search(request("cocoa frost", 1, 10)));
    for (int i = 0; i < ids.size(); i++) {
      assertThat(
              engine
                  .explain(SearchRequest.of(parsed("cocoa frost")), ids.get(i))
                  .orElseThrow()
                  .rank())
          .hasValue(i + 1);
    }
  }

  @Test
  void stopWordsNeverExclude() {
    SearchResults results = engine.search(request("what did the traders do with cocoa", 1, 10));
    assertThat(results.total()).isEqualTo(150);
    assertThat(engine.search(request("the of", 1, 10)).total()).isEqualTo(3);
    assertThat(engine.search(request("did AND cocoa", 1, 10)).total()).isZero();
    assertThat(Note.texts(engine.search(request("did cocoa traders", 1, 10)).notes()))
        .contains("Optional words: did");
  }

  @Test
  void questionWordsAndTitlesNeverExclude() {
    SearchResults results = engine.search(request("how many traders, Mr. cocoa?", 1, 10));
    assertThat(results.total()).isEqualTo(150);
    assertThat(results.notes()).contains(new Note.StopWords(List.of("how", "many", "Mr")));
    assertThat(engine.search(request("many AND cocoa", 1, 10)).total()).isZero();
    assertThat(engine.search(request("=many =cocoa", 1, 10)).tiers().all()).isZero();
  }

  @Test
  void optionalWordsAreNeitherMarkedNorShown() {
    Hit hit = engine.search(request("the of cocoa", 1, 1)).hits().getFirst();
    assertThat(SearchAnswers.bracketed(hit.snippets().getFirst()))
        .startsWith("The frost came to [cocoa] trees of village");
    Hit phrase = engine.search(request("\"trees of\" the cocoa", 1, 1)).hits().getFirst();
    assertThat(SearchAnswers.bracketed(phrase.snippets().getFirst()))
        .startsWith("The frost came to [cocoa] [trees of] village");
  }

  @Test
  void whatIsTypedOnPurposeHoldsForThoseThatFollow() {
    SearchResults phrase = engine.search(request("trees frost \"cocoa trees\"", 1, 100));
    assertThat(phrase.hits()).hasSize(3);
    SearchResults excluded = engine.search(request("cocoa frost -friday", 1, 100));
    assertThat(SearchAnswers.ids(excluded)).hasSize(23).noneMatch(id -> id.startsWith("cocoa"));
  }

  @Test
  void aPastedTextFindsTheArticlesMostLikeIt() {
    SearchResults results =
        engine.search(
            request(
                "Overnight the frost came down to the cocoa trees of many a village, said growers,"
                    + " \"and nobody was ready for it\".",
                1,
                5));
    assertThat(SearchAnswers.ids(results).subList(0, 3))
        .containsExactlyInAnyOrder("both0", "both1", "both2");
  }

  @Test
  void partsOfAWordCountNoMoreThanOtherWords(@TempDir Path hyphens) {
    List<Article> articles = new ArrayList<>();
    articles.add(article("hyphen", "The ex-mayor of lot %s fed pigeons at noon.", 1, "Times"));
    articles.add(article("words", "Smugglers hid cocoa under lot %s at noon.", 2, "Times"));
    for (int i = 0; i < 20; i++) {
      articles.add(article("other" + i, "A train left for town %s at noon.", i, "Times"));
    }
    try (SearchEngine own = engine(hyphens, articles.toArray(Article[]::new))) {
      SearchResults found = own.search(request("ex-mayor said smugglers hid cocoa", 1, 10));

      assertThat(SearchAnswers.ids(found)).startsWith("words", "hyphen");
    }
  }

  @Test
  void theEndOfAnAddressIsNoWord(@TempDir Path addresses) {
    List<Article> articles = new ArrayList<>();
    articles.add(article("shop", "The shop example.com opened in lot %s.", 1, "Times"));
    articles.add(article("cocoa", "Traders bought cocoa in lot %s.", 2, "Times"));
    try (SearchEngine own = engine(addresses, articles.toArray(Article[]::new))) {
      SearchResults found = own.search(request("cocoa pic.example.org/x1 news.com", 1, 10));

      assertThat(SearchAnswers.ids(found)).containsExactly("cocoa");
    }
  }
}
