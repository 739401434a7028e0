package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A query of stop words alone finds the phrase first. The phrase is in long articles; many short
 * ones have the same words in another order, in the headline as well.
 */
abstract class StopWordContract extends SharedArchiveContract {

  private static final int SCATTERED = 70;
  private static final int LONG = 300;

  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < SCATTERED; i++) {
      articles.add(
          article("scattered-" + i, "en", "Be not or to, who the, what is it", 1 + i % 28)
              .paragraphs(List.of("Be not to; or be to. Who the? What it is, is it."))
              .build());
    }
    for (int i = 0; i < 3; i++) {
      articles.add(
          article("phrase-" + i, "en", "Report " + i, 1)
              .source("Paper " + i)
              .paragraphs(
                  List.of(
                      "To be or not to be. By The Who. It is what it is.", NoiseWords.of(i, LONG)))
              .build());
    }
    articles.add(
        article("title", "en", "To be or not to be", 2)
            .paragraphs(List.of(NoiseWords.of(7, LONG)))
            .build());
    for (int i = 0; i < 20; i++) {
      articles.add(
          article("zerstreut-" + i, "de", "Oder sein, nicht sein", 3)
              .paragraphs(List.of("Nicht sein oder sein."))
              .build());
    }
    articles.add(
        article("hamlet", "de", "Bericht", 3)
            .paragraphs(List.of("Sein oder nicht sein.", NoiseWords.of(8, LONG)))
            .build());
    articles.add(
        article("they", "en", "What they were", 4)
            .paragraphs(List.of("They were what they were, no more."))
            .build());
    articles.add(article("were", "en", "We were here", 4).build());
    articles.add(article("war", "en", "Many soldiers die in a war", 4).build());
    articles.add(article("peace", "en", "The war is over", 4).build());
    return articles;
  }

  private static ArticleBuilder article(String id, String language, String title, int day) {
    return Article.withId(id)
        .title(title)
        .language(language)
        .publishedAt(PublicationDate.stated(String.format(Locale.ROOT, "1987-03-%02d", day)));
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }

  private SearchResults search(String query) {
    return engine.search(SearchRequest.of(parsed(query)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "to be or not to be#phrase-0 phrase-1 phrase-2 title",
        "To Be or Not to Be#phrase-0 phrase-1 phrase-2 title",
        "the who#phrase-0 phrase-1 phrase-2",
        "The Who#phrase-0 phrase-1 phrase-2",
        "it is what it is#phrase-0 phrase-1 phrase-2",
        "to be or not to be -hamlet#phrase-0 phrase-1 phrase-2 title",
        "to be or not to be date:1987-03-01..1987-03-02#phrase-0 phrase-1 phrase-2 title",
        "date:1987-03-02 to be or not to be#title",
        "to be or not to be language:en#phrase-0 phrase-1 phrase-2 title",
        "-language:de language:en to be or not to be#phrase-0 phrase-1 phrase-2 title",
        "title:(to be or not to be)#title",
        "to be^3 or not to be^0.1#phrase-0 phrase-1 phrase-2 title",
        "(to be or not to be)^2#phrase-0 phrase-1 phrase-2 title",
        "sein oder nicht sein#hamlet",
        "sein oder nicht sein date:1987-03#hamlet",
        "sein oder nicht sein language:de#hamlet"
      })
  void phraseComesFirst(String query, String ids) {
    List<String> first = List.of(ids.split(" "));
    SearchResults results = search(query);

    assertThat(results.total()).isGreaterThan(first.size());
    assertThat(SearchAnswers.ids(results).subList(0, first.size()))
        .containsExactlyInAnyOrderElementsOf(first);
    assertThat(results.hits()).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
    assertThat(results.tiers().onPage()).isEqualTo(results.hits().size());
    assertThat(SearchAnswers.exported(engine, SearchRequest.of(parsed(query))))
        .startsWith(SearchAnswers.ids(results).toArray(String[]::new));
    assertThat(engine.rank(SearchRequest.of(parsed(query)), 10).ids())
        .startsWith(SearchAnswers.ids(results).toArray(String[]::new));
    assertThat(
            engine
                .explain(SearchRequest.of(parsed(query)), first.getFirst())
                .orElseThrow()
                .rank()
                .getAsInt())
        .isLessThanOrEqualTo(first.size());
  }

  /** Another article has one of these words. */
  @Test
  void nothingFollowsStopWordsAlone() {
    SearchResults results = search("what were they");

    assertThat(SearchAnswers.ids(results)).containsExactly("they");
    assertThat(results.tiers().note()).isEmpty();
    assertThat(SearchAnswers.exported(engine, SearchRequest.of(parsed("what were they"))))
        .containsExactly("they");
  }

  /** Both words are optional in German, in which the query is not asked. */
  @Test
  void twoWordsAreNoStopWordsForAnotherLanguage() {
    assertThat(SearchAnswers.ids(search("war die"))).startsWith("war").contains("peace");
  }

  /** The article with the title of that day lacks the word. */
  @Test
  void besideAValueAndADateTheWordIsRequired() {
    assertThat(SearchAnswers.ids(search("who language:en date:1987-03-02")))
        .containsExactlyInAnyOrder("scattered-1", "scattered-29", "scattered-57");
    assertThat(SearchAnswers.ids(search("date:1987-03-02 -(who language:en)")))
        .containsExactly("title");
  }

  /** Shows that the short articles have the better scores by words alone. */
  @ParameterizedTest
  @ValueSource(strings = {"to AND be AND or AND not", "=to =be or not"})
  void operatorsAskForWordsInAnyOrder(String query) {
    assertThat(SearchAnswers.ids(search(query)).getFirst()).doesNotStartWith("phrase");
  }

  @Test
  void pagesFollowEachOtherWithoutGapsOrRepetitions() {
    QueryNode query = parsed("to be or not to be");
    List<String> byNumber = new ArrayList<>();
    List<String> byCursor = new ArrayList<>();
    SearchRequest asked = new SearchRequest(query, Filters.none(), SortOrder.RELEVANCE, 1, 3);
    Optional<SearchRequest> next = Optional.of(asked);
    for (int page = 1; next.isPresent(); page++) {
      SearchRequest numbered =
          new SearchRequest(query, Filters.none(), SortOrder.RELEVANCE, page, 3);
      byNumber.addAll(SearchAnswers.ids(engine.search(numbered)));
      SearchResults results = engine.search(next.get());
      byCursor.addAll(SearchAnswers.ids(results));
      next = results.next().map(asked::after);
    }

    assertThat(byCursor).doesNotHaveDuplicates().hasSize(SCATTERED + 4);
    assertThat(byNumber).doesNotHaveDuplicates().hasSize(SCATTERED + 4);
    assertThat(byCursor.subList(0, 4)).allMatch(id -> id.matches("phrase-.|title"));
  }

  @Test
  void byDateOnlyTheDateCounts() {
    SearchRequest newest =
        new SearchRequest(parsed("to be or not to be"), Filters.none(), SortOrder.NEWEST, 1, 10);

    assertThat(SearchAnswers.ids(engine.search(newest))).allMatch(id -> id.startsWith("scattered"));
  }

  /** Most articles are German; one of two with the same text claims to be Finnish. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the harbour with the cranes",
        "how did the harbour with the cranes freeze",
        "(the harbour with the cranes) -bericht"
      })
  void wordsOptionalInTheLanguageOfTheQueryAreSoInEveryArticle(String query) {
    String text = "The harbour with the cranes froze while the ferries lay at the quay.";
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      articles.add(
          article("de-" + i, "de", "Bericht", 1)
              .paragraphs(List.of("Der Hafen mit den Kränen fror zu."))
              .build());
    }
    articles.add(article("english", "en", "", 1).paragraphs(List.of(text)).build());
    articles.add(article("labelled", "fi-FI", "", 1).paragraphs(List.of(text)).build());
    articles.add(article("without", "fi", "", 1).paragraphs(List.of("Harbour Cranes Oy")).build());
    build(folder, articles);
    try (SearchEngine mixed = open(folder)) {
      List<Hit> hits =
          mixed.search(SearchRequest.of(parsed(query)).matching(Match.SOME)).hits().stream()
              .filter(hit -> !hit.id().equals("without"))
              .toList();
      assertThat(hits).extracting(Hit::id).containsExactlyInAnyOrder("english", "labelled");
      assertThat(hits.getFirst().score())
          .isCloseTo(hits.getLast().score(), Percentage.withPercentage(10));
      assertThat(hits.getLast().snippets())
          .extracting(SearchAnswers::bracketed)
          .allMatch(snippet -> snippet.startsWith("The [harbour] with the [cranes]"));
      assertThat(ids(mixed, "the harbour with the cranes")).contains("without");
    }
  }

  private static List<String> ids(SearchEngine engine, String query) {
    return SearchAnswers.ids(engine.search(SearchRequest.of(parsed(query)).matching(Match.ALL)));
  }

  @Test
  void phraseIsMarkedAsAWhole() {
    Hit first = search("to be or not to be").hits().getFirst();

    assertThat(
            Stream.concat(Stream.of(first.title()), first.snippets().stream())
                .map(SearchAnswers::bracketed))
        .anyMatch(text -> text.contains("[To be or not to be]"));
  }
}
