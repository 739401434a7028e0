package broadsheet.lucene;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.EngineStatus;
import broadsheet.engine.IndexLedger;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.AlertCount;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.Completion;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.RankedIds;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.SpokenWords;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.engine.words.Workbench;
import broadsheet.lucene.compile.AnyHit;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.MaxClauses;
import broadsheet.lucene.count.AlertCounts;
import broadsheet.lucene.count.AllValues;
import broadsheet.lucene.count.ReaderLines;
import broadsheet.lucene.count.TrendSearch;
import broadsheet.lucene.local.ReaderHits;
import broadsheet.lucene.mark.ArticleRefs;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.mark.ArticleVersions;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.search.DeepRanking;
import broadsheet.lucene.search.ExplainSearch;
import broadsheet.lucene.search.Search;
import broadsheet.lucene.similar.DistinctiveWordSearch;
import broadsheet.lucene.similar.ReaderNeighbours;
import broadsheet.lucene.similar.ReaderSamples;
import broadsheet.lucene.similar.SimilarSearch;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.ConsumerFailure;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.suggest.SuggestionCache;
import broadsheet.lucene.words.PartedWorkbench;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;

/**
 * Searches an index on a local disk. Each search is answered within its time limit, if need be with
 * a partial result; the first search by meaning also has to load the model. Heavy queries wait for
 * one another; others never wait. Thread-safe.
 */
public final class LuceneSearchEngine implements SearchEngine {

  static {
    MaxClauses.lift();
  }

  private final CommittedIndex index;
  private final Meanings meanings;
  private final TimedReads reads;
  private final SuggestionCache suggestions = new SuggestionCache();

  private LuceneSearchEngine(CommittedIndex index, Meanings meanings, Duration limit) {
    this.index = index;
    this.meanings = meanings;
    reads = new TimedReads(index, limit);
  }

  /** Whether the folder holds an index, in any format and any state. */
  public static boolean hasIndex(Path folder) {
    return CommittedIndex.exists(folder);
  }

  /**
   * Opens the index in a folder with the default time limit.
   *
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  public static LuceneSearchEngine open(Path folder) {
    return open(folder, Engine.TIME_LIMIT);
  }

  /**
   * Opens the index in a folder.
   *
   * @param limit the time from a request to its answer
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  public static LuceneSearchEngine open(Path folder, Duration limit) {
    return new LuceneSearchEngine(CommittedIndex.open(folder), Meanings.of(folder), limit);
  }

  /**
   * Opens the index in a folder with the default time limit, and with given models for search by
   * meaning.
   *
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  public static LuceneSearchEngine open(Path folder, EmbeddingModels models) {
    return new LuceneSearchEngine(
        CommittedIndex.open(folder), Meanings.of(folder, models), Engine.TIME_LIMIT);
  }

  @Override
  public SearchResults search(SearchRequest request) {
    prepare(request);
    return reads.read(request, budget -> Search.of(() -> ReaderHits.of(request, budget, meanings)));
  }

  /** Loads the model before any time limit begins, because it is loaded only once. */
  private void prepare(SearchRequest request) {
    if (request.mode() == SearchMode.HYBRID) {
      meanings.load();
    }
  }

  @Override
  public RankedIds rank(SearchRequest request, int depth) {
    SearchRequest ranked = request.ranked().unfolded();
    prepare(ranked);
    return reads.read(
        request, budget -> new DeepRanking(ReaderHits.deep(ranked, budget, meanings)).of(depth));
  }

  @Override
  public Optional<Explanation> explain(SearchRequest request, String id) {
    return reads.read(
        request,
        budget -> new ExplainSearch(ReaderHits.of(request.ranked(), budget, meanings)).of(id));
  }

  @Override
  public Timeline timeline(QueryNode query, Filters filters, Optional<Timeline.Unit> unit) {
    return reads.read(
        query,
        filters.versions(),
        budget -> new TrendSearch(new ReaderLines(filters, budget)).timeline(query, unit));
  }

  @Override
  public Trends trends(List<QueryNode> queries, Filters filters, Optional<Timeline.Unit> unit) {
    return reads.read(
        queries,
        filters.versions(),
        2,
        budget -> new TrendSearch(new ReaderLines(filters, budget)).trends(queries, unit));
  }

  @Override
  public DistinctiveWords distinctiveWords(QueryNode query, Filters filters, Contrast contrast) {
    return reads.read(
        List.of(query),
        filters.versions(),
        contrast.timeShare(),
        budget ->
            new DistinctiveWordSearch(new ReaderSamples(query, filters, budget)).against(contrast));
  }

  @Override
  public List<Completion> completions(String text, int count) {
    return index.read(snapshot -> suggestions.of(snapshot, text, count));
  }

  @Override
  public Optional<MarkedArticle> find(String id, QueryNode query) {
    return reads.read(
        query, VersionScope.LATEST, budget -> new ArticleSearch(budget).find(id, query));
  }

  @Override
  public Optional<NamedArticle> named(String id) {
    return index.read(snapshot -> ArticleSearch.article(id, snapshot));
  }

  @Override
  public List<ArticleVersion> versions(String id) {
    return index.read(
        snapshot -> {
          Optional<NamedArticle> found = ArticleSearch.article(id, snapshot);
          return found.isEmpty()
              ? List.of()
              : ArticleVersions.sorted(
                  ArticleVersions.of(found.get().article().itemKeys(), snapshot));
        });
  }

  @Override
  public Map<String, ArticleRef> refs(Collection<String> ids) {
    return index.read(snapshot -> ArticleRefs.of(ids, snapshot));
  }

  @Override
  public Map<ArticleRef, String> idsOf(Collection<ArticleRef> refs) {
    return index.read(snapshot -> ArticleRefs.idsOf(refs, snapshot));
  }

  @Override
  public Set<String> withdrawn(Collection<String> ids) {
    return index.read(snapshot -> ArticleRefs.withdrawn(ids, snapshot));
  }

  @Override
  public Workbench workbench() {
    return new PartedWorkbench(reads);
  }

  @Override
  public boolean hasNames() {
    return index.read(ReaderSnapshot::hasNames);
  }

  @Override
  public Optional<NameEntry> name(Name name) {
    return index.read(snapshot -> snapshot.names().table().of(name));
  }

  @Override
  public Optional<String> namesDigest() {
    return index.read(
        snapshot ->
            snapshot.hasNames() ? Optional.of(snapshot.names().digest()) : Optional.empty());
  }

  @Override
  public List<SpokenWords> quotes(Name speaker, List<String> ids) {
    return index.read(snapshot -> ArticleSearch.quotes(speaker, ids, snapshot));
  }

  @Override
  public void correct(List<NameCorrection> corrections) {
    index.correct(corrections);
  }

  @Override
  public SimilarArticles similarTo(String id, int count) {
    return reads.read(
        List.of(),
        VersionScope.LATEST,
        12,
        budget -> new SimilarSearch(new ReaderNeighbours(budget)).to(id, count));
  }

  @Override
  public void export(SearchRequest request, Consumer<NamedArticle> taker) {
    prepare(request);
    try {
      reads.export(
          request,
          (whole, hurried) -> ReaderHits.of(request, whole, hurried, meanings),
          ConsumerFailure.of(taker));
    } catch (ConsumerFailure e) {
      throw e.failure();
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
    return new EngineStatus(index.fault(), index.generation(), reads.working(), reads.waiting());
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
    return reads.read(
        query,
        filters.versions(),
        budget -> {
          LanguageCompiler compiler = LanguageCompiler.within(budget);
          Query asked = compiler.filter(filters).of(compiler.compile(query));
          return AnyHit.of(asked, budget.snapshot());
        });
  }

  @Override
  public List<FacetCount> values(FacetField facet, QueryNode query, Filters filters) {
    return reads.read(
        query, filters.versions(), budget -> AllValues.of(facet, query, filters, budget));
  }

  @Override
  public long state() {
    return index.read(ReaderSnapshot::state);
  }

  @Override
  public List<AlertCount> count(List<AlertSearch> alerts) {
    return reads.read(
        alerts.stream().map(AlertSearch::query).toList(),
        VersionScope.LATEST,
        1,
        budget -> AlertCounts.of(alerts, budget));
  }

  @Override
  public IndexLedger ledger() {
    return new LuceneLedger(index);
  }

  /**
   * Verifies every byte of the index in a folder before using it, and reads every article back.
   *
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  public static void check(Path folder, Consumer<Article> article) {
    CommittedIndex.verify(folder);
    try (LuceneSearchEngine engine = open(folder)) {
      engine.readBack(article);
    }
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
