package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.SameAnswers;
import broadsheet.engine.SearchAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Frequencies;
import broadsheet.engine.words.FrequenciesRequest;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordGrouping;
import broadsheet.engine.words.WordSet;
import broadsheet.engine.words.Workbench;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user from whom wrappers hide articles gets the same answers as if these did not exist, and
 * other users get their usual answers, for any request and in any order of users.
 */
public abstract class HiddenArticlesContract {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int COUNT = 60;

  private static final String SECRET = "River Times";

  /** From whom nothing, the secret articles, and all articles are hidden. */
  private static final String EDITOR = "editor";

  private static final String READER =
      "without %s %s".formatted(IndexSchema.valuesOf(FacetField.SOURCE), SECRET);
  private static final String NOBODY = "without *";

  @TempDir private static Path place;

  private static final List<Article> ARTICLES = articles();

  /** Sent where not all requests are. */
  private static final List<Article> SAMPLE = ARTICLES.subList(0, 6);

  private static final WordSet HARBOURS = new WordSet(parsed("harbour"), Filters.none(), false);

  private static final List<SearchRequest> REQUESTS = requests();

  private static SearchEngine whole;
  private static SearchEngine visible;

  /** An archive in shards that have not answered a question yet. */
  protected abstract void build(List<Article> articles);

  /** Whether users ask in other orders, too, than those who see the fewest first. */
  protected boolean isInAllOrders() {
    return true;
  }

  /**
   * The archive with the view of a user.
   *
   * @param user the name of the user, which states what is hidden, see {@link
   *     HidingReader.Hidden#from}
   */
  protected abstract SearchEngine seenBy(String user);

  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (Article article : RandomArchive.of(new Random(11), COUNT)) {
      String id = "n" + articles.size();
      articles.add(article.toBuilder().id(id, Article.IdOrigin.STATED).build());
    }
    return articles;
  }

  private static List<SearchRequest> requests() {
    List<SearchRequest> requests = new ArrayList<>();
    Filters port = Filters.none().with(FacetField.SECTION, List.of("Port"));
    for (String text : List.of("", "harbour", "grain -storm", "har* strike")) {
      QueryNode query = parsed(text);
      requests.add(new SearchRequest(query, Filters.none(), SortOrder.NEWEST, 1, 7));
      requests.add(new SearchRequest(query, port, SortOrder.RELEVANCE, 1, 7).unfolded());
    }
    return requests;
  }

  private List<SearchRequest> requested() {
    return REQUESTS.subList(0, mostRequests());
  }

  /** The number of requests that are sent, up to 8. */
  protected int mostRequests() {
    return REQUESTS.size();
  }

  @BeforeAll
  static void buildEmbedded() {
    whole = embedded("whole", ARTICLES);
    visible = embedded("visible", ARTICLES.stream().filter(each -> !isHidden(each)).toList());
  }

  private static SearchEngine embedded(String name, List<Article> articles) {
    Engine engine = new LuceneEngine(place.resolve(name));
    index(engine, articles);
    return engine.search(LIMIT);
  }

  /** Rebuilds an archive of these articles. */
  protected static void index(Engine engine, List<Article> articles) {
    try (IndexingSession session = engine.rebuild()) {
      articles.forEach(session::add);
      session.commit(List.of());
    }
  }

  @AfterAll
  static void close() {
    whole.close();
    visible.close();
  }

  /** The articles that some users do not see. */
  protected static List<Article> secrets() {
    return ARTICLES.stream().filter(HiddenArticlesContract::isHidden).toList();
  }

  private static boolean isHidden(Article article) {
    return article.source().equals(SECRET);
  }

  private static QueryNode parsed(String text) {
    return QueryParser.parse(text, LocalDate.EPOCH).root();
  }

  private void assertAllIsSeen() {
    try (SearchEngine engine = seenBy(EDITOR)) {
      SameAnswers.assertSame(whole, engine, requested());
      assertSameWords(whole.workbench(), engine.workbench());
    }
  }

  private void assertSomeIsSeen() {
    try (SearchEngine engine = seenBy(READER)) {
      SameAnswers.assertSameButForScores(visible, engine, requested());
      assertSameWords(visible.workbench(), engine.workbench());
      secrets().forEach(each -> isGone(each, engine));
    }
  }

  private static void assertSameWords(Workbench expected, Workbench actual) {
    assertThat(lines(actual)).isEqualTo(lines(expected)).isNotEmpty();
    assertThat(collocates(actual)).isEqualTo(collocates(expected));
    assertThat(frequencies(actual)).isEqualTo(frequencies(expected));
    KeywordsRequest keywords = new KeywordsRequest(HARBOURS, Optional.empty(), false, 1, 100);
    assertThat(actual.keywords(keywords)).isEqualTo(expected.keywords(keywords));
    SequencesRequest pairs = new SequencesRequest(HARBOURS, 2, true, 1, 100);
    assertThat(actual.sequences(pairs)).isEqualTo(expected.sequences(pairs));
  }

  private static List<Concordance.Line> lines(Workbench workbench) {
    return workbench
        .concordance(
            new ConcordanceRequest(HARBOURS, LineOrder.RIGHT1, 1_000, Optional.empty(), 40))
        .lines();
  }

  private static Collocates collocates(Workbench workbench) {
    return workbench.collocates(
        new CollocatesRequest(HARBOURS, 5, 5, false, true, 1, Association.OBSERVED, 1_000));
  }

  private static Frequencies frequencies(Workbench workbench) {
    return workbench.frequencies(new FrequenciesRequest(HARBOURS, WordGrouping.SOURCE));
  }

  private void assertNothingIsSeen() {
    try (SearchEngine engine = seenBy(NOBODY)) {
      List<Article> gone = mostRequests() < REQUESTS.size() ? SAMPLE : ARTICLES;
      gone.forEach(each -> isGone(each, engine));
      for (SearchRequest request : requested()) {
        SearchResults results = engine.search(request);
        assertThat(results.total()).isZero();
        assertThat(results.hits()).isEmpty();
        assertThat(results.didYouMean()).isEmpty();
        assertThat(results.facets().values()).allMatch(List::isEmpty);
        assertThat(results.timeline().buckets()).isEmpty();
        assertThat(SearchAnswers.exported(engine, request)).isEmpty();
        assertThat(engine.rank(request, 9).ids()).isEmpty();
        assertThat(
                engine
                    .distinctiveWords(request.query(), request.filters(), new Contrast.Others())
                    .words())
            .isEmpty();
      }
      assertThat(lines(engine.workbench())).isEmpty();
      assertThat(collocates(engine.workbench()).collocates()).isEmpty();
      assertThat(collocates(engine.workbench()).words()).isZero();
      assertThat(frequencies(engine.workbench()).archive()).isZero();
      assertThat(engine.articleCount()).isZero();
      assertThat(engine.summary().sources()).isEmpty();
      assertThat(engine.suggest("har", 9)).isEmpty();
      assertThat(engine.suggest("source:ri", 9)).isEmpty();
      assertThat(engine.coverage().sources()).isEmpty();
      assertThat(engine.ledger().totals().indexed()).isZero();
    }
  }

  private void isGone(Article article, SearchEngine engine) {
    String id =
        whole.idsOf(whole.refs(List.of(article.id())).values()).values().stream()
            .findFirst()
            .orElse(article.id());
    assertThat(engine.article(id)).isEmpty();
    assertThat(engine.find(id, parsed("harbour"))).isEmpty();
    assertThat(engine.refs(List.of(id))).isEmpty();
    List<ArticleRef> refs = List.copyOf(whole.refs(List.of(id)).values());
    assertThat(engine.idsOf(refs)).isEmpty();
    assertThat(engine.similarTo(id, 9).articles()).isEmpty();
    assertThat(engine.explain(SearchRequest.of(parsed("harbour")), id)).isEmpty();
    String word =
        Stream.of(article.title().split(" "))
            .filter(each -> each.startsWith("z"))
            .findFirst()
            .orElse("z");
    assertThat(engine.suggest(word.substring(0, word.length() - 1), 9))
        .noneMatch(each -> each.contains(word) && visible.suggest(each, 1).isEmpty());
  }

  @Thorough
  @Test
  void articlesAreHiddenAfterOthersSawThemAndShownAfterOthersDidNot() {
    assumeTrue(isInAllOrders());
    build(ARTICLES);
    assertAllIsSeen();
    assertSomeIsSeen();
    assertNothingIsSeen();
    assertAllIsSeen();
  }

  @Thorough
  @Test
  void articlesAreHiddenFromTheFirstWhoAsksAndShownToTheNext() {
    build(ARTICLES);
    assertNothingIsSeen();
    assertSomeIsSeen();
    assertAllIsSeen();
  }

  @Thorough
  @Test
  void usersWhoAskAtOnceAreToldApart() throws Exception {
    assumeTrue(isInAllOrders());
    build(ARTICLES);
    try (ExecutorService users = Executors.newFixedThreadPool(3)) {
      List<Future<?>> answered =
          List.of(
              users.submit(this::assertAllIsSeen),
              users.submit(this::assertSomeIsSeen),
              users.submit(this::assertNothingIsSeen));
      for (Future<?> each : answered) {
        each.get();
      }
    }
  }

  /** Several fields hold an article's content, and one alone can be hidden. */
  @Test
  void whoMayNotSeeAFieldIsToldSo() {
    build(ARTICLES);
    SearchRequest request = REQUESTS.getFirst();
    try (SearchEngine all = seenBy(EDITOR)) {
      List<Hit> hits = all.search(request).hits();
      for (String field :
          List.of("body", "title", "record", "words.all", "words.forward", "source.value")) {
        assertNothingIsAnsweredWithout(field);
      }
      assertThat(all.search(request).hits()).isEqualTo(hits).isNotEmpty();
    }
  }

  private void assertNothingIsAnsweredWithout(String field) {
    try (SearchEngine blind = seenBy("without " + field)) {
      assertNothingIsAnswered(blind, field);
    }
  }

  /** Checks that a user is told of a field that is hidden. */
  protected static void assertNothingIsAnswered(SearchEngine blind, String field) {
    SearchRequest request = REQUESTS.getFirst();
    List<ThrowingCallable> questions =
        List.of(
            () -> blind.search(request),
            () -> blind.article("n0"),
            () -> blind.suggest("har", 9),
            () -> blind.export(request, article -> {}),
            blind::coverage);
    assertThat(questions)
        .allSatisfy(
            each ->
                assertThatThrownBy(each)
                    .hasMessageContaining("You may not see the field “" + field + "”"));
  }
}
