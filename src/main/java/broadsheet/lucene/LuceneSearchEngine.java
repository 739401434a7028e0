package broadsheet.lucene;

import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.EngineStatus;
import broadsheet.engine.IndexLedger;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.TextEmbedder;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.lucene.alert.ArrivalReader;
import broadsheet.lucene.compile.AnyHit;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.MaxClauses;
import broadsheet.lucene.count.TrendSearch;
import broadsheet.lucene.explain.ExplainSearch;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.search.DeepRanking;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.search.Search;
import broadsheet.lucene.similar.DistinctiveWordSearch;
import broadsheet.lucene.similar.SimilarSearch;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.snapshot.TakerFailed;
import broadsheet.lucene.suggest.Suggestions;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.QueryCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;

/**
 * Searches an index on a local disk. Each search is answered within its time limit, if need be with
 * a partial result; the first search by meaning also has to load the model. Heavy queries wait for
 * one another; others never wait. Thread-safe.
 */
public final class LuceneSearchEngine implements SearchEngine {

  static {
    MaxClauses.lift();
  }

  /** A heavy query waits for its turn for at most this fraction of its time: one half. */
  private static final int PATIENCE = 2;

  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

  private final CommittedIndex index;
  private final Meanings meanings;
  private final Duration limit;
  private final HeavyQueryLimit heavyQueries = HeavyQueryLimit.besideOthers();

  private LuceneSearchEngine(CommittedIndex index, Meanings meanings, Duration limit) {
    this.index = index;
    this.meanings = meanings;
    this.limit = limit;
  }

  /** Whether the folder holds an index, of whatever format and in whatever state. */
  public static boolean hasIndex(Path folder) {
    return CommittedIndex.exists(folder);
  }

  /**
   * Opens the index in a folder with the default time limit.
   *
   * @throws EngineException when there is none, or it is of another format or damaged
   */
  public static LuceneSearchEngine open(Path folder) {
    return open(folder, Engine.TIME_LIMIT);
  }

  /**
   * Opens the index in a folder.
   *
   * @param limit the time from a request to its answer
   * @throws EngineException when there is none, or it is of another format or damaged
   */
  public static LuceneSearchEngine open(Path folder, Duration limit) {
    return new LuceneSearchEngine(CommittedIndex.open(folder), Meanings.of(folder), limit);
  }

  /**
   * Opens the index in a folder with the default time limit, and with a given model for search by
   * meaning.
   *
   * @throws EngineException when there is none, or it is of another format or damaged
   */
  public static LuceneSearchEngine open(Path folder, TextEmbedder model) {
    return new LuceneSearchEngine(
        CommittedIndex.open(folder), Meanings.of(folder, model), Engine.TIME_LIMIT);
  }

  @Override
  public SearchResults search(SearchRequest request) {
    prepare(request);
    return bounded(request.query(), budget -> new Search(request, budget, meanings).results());
  }

  /** Loads the model before any time limit begins, because it is loaded only once. */
  private void prepare(SearchRequest request) {
    if (request.mode() == SearchMode.HYBRID) {
      meanings.load();
    }
  }

  @Override
  public List<String> rank(QueryNode query, Filters filters, SearchMode mode, int depth) {
    SearchRequest request =
        new SearchRequest(query, filters, SortOrder.RELEVANCE, 1, 1)
            .in(mode)
            .unfolded()
            .withoutCounts();
    prepare(request);
    return bounded(query, budget -> new DeepRanking(request, budget, meanings).ids(depth));
  }

  @Override
  public Optional<Explanation> explain(
      QueryNode query, Filters filters, SearchMode mode, String id) {
    SearchRequest request =
        new SearchRequest(query, filters, SortOrder.RELEVANCE, 1, 1).in(mode).withoutCounts();
    return bounded(query, budget -> new ExplainSearch(request, budget, meanings).of(id));
  }

  @Override
  public Timeline timeline(QueryNode query, Filters filters, Optional<Timeline.Unit> unit) {
    return bounded(query, budget -> new TrendSearch(filters, budget).timeline(query, unit));
  }

  @Override
  public Trends trends(List<QueryNode> queries, Filters filters, Optional<Timeline.Unit> unit) {
    return bounded(
        queries,
        limit.dividedBy(2),
        budget -> new TrendSearch(filters, budget).trends(queries, unit));
  }

  @Override
  public DistinctiveWords distinctiveWords(
      QueryNode query, Filters filters, DateSpan span, DateSpan around) {
    return bounded(
        List.of(query),
        limit.dividedBy(12),
        budget -> new DistinctiveWordSearch(query, filters, budget).within(span, around));
  }

  @Override
  public List<String> suggest(String text, int count) {
    return index.read(snapshot -> Suggestions.of(snapshot, text, count));
  }

  @Override
  public Optional<MarkedArticle> find(String id, QueryNode query) {
    return bounded(query, budget -> new ArticleSearch(budget).find(id, query));
  }

  @Override
  public Optional<Article> article(String id) {
    return index.read(snapshot -> ArticleSearch.article(id, snapshot));
  }

  @Override
  public SimilarArticles similarTo(String id, int count) {
    return bounded(
        List.of(), limit.dividedBy(12), budget -> new SimilarSearch(budget).to(id, count));
  }

  /** Work with a time limit. */
  private interface BoundedWork<T> {
    T within(SearchBudget budget) throws IOException;
  }

  private <T> T bounded(QueryNode query, BoundedWork<T> work) {
    return bounded(List.of(query), limit, work);
  }

  private <T> T bounded(List<QueryNode> queries, Duration time, BoundedWork<T> work) {
    Deadline deadline = Deadline.in(time);
    boolean isHeavy = QueryCost.isHeavy(queries);
    HeavyQueryLimit.Work<T> answering =
        () ->
            index.read(snapshot -> work.within(SearchBudget.of(snapshot, isHeavy, time, deadline)));
    return isHeavy
        ? heavyQueries
            .when(time.dividedBy(PATIENCE), answering)
            .orElseThrow(() -> new EngineBusyException(limit))
        : answering.done();
  }

  @Override
  public void export(SearchRequest request, Consumer<Article> taker) {
    prepare(request);
    try {
      handOver(request, TakerFailed.of(taker));
    } catch (TakerFailed e) {
      throw e.failure();
    }
  }

  private void handOver(SearchRequest request, Consumer<Article> taker) {
    boolean isHeavy = QueryCost.isHeavy(request.query());
    index.read(
        snapshot -> {
          SearchBudget whole = SearchBudget.of(snapshot, isHeavy, limit, Deadline.none());
          SearchBudget hurried = SearchBudget.of(snapshot, isHeavy, limit, Deadline.in(limit));
          new Export(request, whole, isHeavy ? this::inTurn : (_, work) -> done(work), meanings)
              .to(taker, hurried);
          return snapshot;
        });
  }

  /** Once an export has begun to answer, it waits for its further turns as long as necessary. */
  private TopDocs inTurn(boolean isFirst, Export.Turn.Work work) {
    Duration patience = isFirst ? limit.dividedBy(PATIENCE) : AS_LONG_AS_IT_TAKES;
    return heavyQueries
        .when(patience, () -> done(work))
        .orElseThrow(() -> new EngineBusyException(limit));
  }

  private static TopDocs done(Export.Turn.Work work) {
    try {
      return work.done();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> missingMeaning() {
    return meanings.trouble();
  }

  @Override
  public long articleCount() {
    return index.read(snapshot -> snapshot.summary().articles());
  }

  @Override
  public EngineStatus status() {
    return new EngineStatus(
        index.fault(), index.generation(), heavyQueries.working(), heavyQueries.waiting());
  }

  @Override
  public IndexSummary summary() {
    return index.read(ReaderSnapshot::summary);
  }

  @Override
  public Coverage coverage() {
    return index.read(ReaderSnapshot::coverage);
  }

  @Override
  public boolean hasAny(QueryNode query, Filters filters) {
    return bounded(
        query,
        budget -> {
          Query asked = LanguageCompiler.within(budget).compile(query);
          return AnyHit.of(FilterClause.to(filters).of(asked), budget.snapshot());
        });
  }

  @Override
  public Map<String, ArrivalSum> arrivalSums() {
    return index.read(ArrivalReader::sums);
  }

  @Override
  public List<Arrival> arrivals(String search, QueryNode query, int most) {
    return bounded(query, budget -> new ArrivalReader(budget).of(search, query, most));
  }

  @Override
  public IndexLedger ledger() {
    return new LuceneLedger(index);
  }

  /**
   * Verifies every byte of the index in a folder before using it, and reads every article back.
   *
   * @throws EngineException when there is no index, or it is of another format or damaged
   */
  public static void check(Path folder, Consumer<Article> article) {
    CommittedIndex.verify(folder);
    try (LuceneSearchEngine engine = open(folder)) {
      engine.readBack(article);
    }
  }

  @Override
  public void check(Consumer<Article> article) {
    index.verify();
    readBack(article);
  }

  private void readBack(Consumer<Article> article) {
    index.read(
        snapshot -> {
          IndexCheck.check(snapshot, article);
          return snapshot;
        });
  }

  @Override
  public void close() {
    meanings.close();
    index.close();
  }
}
