package broadsheet.web;

import broadsheet.article.ArticleRef;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.EngineStatus;
import broadsheet.engine.IndexLedger;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.AlertCount;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.Completeness;
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
import broadsheet.engine.result.TimeUpNote;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.engine.words.Workbench;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Wraps an engine so that certain words make it fail or take its time. */
record FaultyEngine(SearchEngine engine) implements SearchEngine {
  /** Makes a search throw an unexpected exception. */
  static final String CRASH = "crashword";

  /** Makes a search run out of memory. */
  static final String HUNGRY = "hungryword";

  /** Makes a search find the index unreadable. */
  static final String UNREADABLE = "unreadableword";

  /** Makes a search take a second and a half. */
  static final String SLOW = "slowword";

  /** Makes a search meet too many others. */
  static final String BUSY = "busyword";

  /** Makes a search run out of time. */
  static final String CUT = "cutword";

  /** Makes an export fail after all articles, before it ends. */
  static final String TORN = "tornword";

  private static final long SLOW_MILLIS = 1500;

  @Override
  public SearchResults search(SearchRequest request) {
    if (request.query() instanceof QueryNode.Word(String word)) {
      switch (word) {
        case CRASH -> throw new IllegalStateException("secret innards");
        case HUNGRY -> throw new OutOfMemoryError("secret innards");
        case UNREADABLE -> throw new EngineException("secret folder is damaged");
        case SLOW -> sleep();
        case BUSY -> throw new EngineBusyException(Duration.ofMillis(2_500));
        case CUT -> {
          return cut(engine.search(request));
        }
        default -> {}
      }
    }
    return engine.search(request);
  }

  @Override
  public void export(SearchRequest request, Consumer<NamedArticle> taker) {
    if (request.query() instanceof QueryNode.Word(String word)) {
      switch (word) {
        case CRASH -> throw new IllegalStateException("secret innards");
        case BUSY -> throw new EngineBusyException(Duration.ofMillis(2_500));
        case TORN -> tear(taker);
        default -> {}
      }
    }
    engine.export(request, taker);
  }

  private void tear(Consumer<NamedArticle> taker) {
    engine.export(SearchRequest.of(new QueryNode.Everything()).unfolded(), taker);
    throw new EngineException("secret folder is damaged");
  }

  private static SearchResults cut(SearchResults whole) {
    return new SearchResults(
        whole.total(),
        Completeness.TIME_UP,
        whole.folded(),
        whole.hits(),
        whole.tiers(),
        whole.next(),
        List.of(new TimeUpNote(Duration.ofSeconds(5), TimeUpNote.State.BEST_SO_FAR)),
        whole.clauses(),
        whole.didYouMean(),
        whole.dateInstead(),
        whole.facets(),
        whole.timeline(),
        whole.months(),
        whole.words(),
        whole.took());
  }

  private static void sleep() {
    try {
      Thread.sleep(SLOW_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public RankedIds rank(SearchRequest request, int depth) {
    return engine.rank(request, depth);
  }

  @Override
  public Optional<Explanation> explain(SearchRequest request, String id) {
    return engine.explain(request, id);
  }

  @Override
  public List<ArticleVersion> versions(String id) {
    return engine.versions(id);
  }

  @Override
  public Map<String, ArticleRef> refs(Collection<String> ids) {
    return engine.refs(ids);
  }

  @Override
  public Map<ArticleRef, String> idsOf(Collection<ArticleRef> refs) {
    return engine.idsOf(refs);
  }

  @Override
  public Timeline timeline(QueryNode query, Filters filters, Optional<Timeline.Unit> unit) {
    return engine.timeline(query, filters, unit);
  }

  @Override
  public Trends trends(List<QueryNode> queries, Filters filters, Optional<Timeline.Unit> unit) {
    return engine.trends(queries, filters, unit);
  }

  @Override
  public DistinctiveWords distinctiveWords(QueryNode query, Filters filters, Contrast contrast) {
    return engine.distinctiveWords(query, filters, contrast);
  }

  @Override
  public List<Completion> completions(String text, int count) {
    return engine.completions(text, count);
  }

  @Override
  public Optional<MarkedArticle> find(String id, QueryNode query) {
    return engine.find(id, query);
  }

  @Override
  public Optional<String> missingMeaning() {
    return engine.missingMeaning();
  }

  @Override
  public Optional<NamedArticle> named(String id) {
    return engine.named(id);
  }

  @Override
  public Set<String> withdrawn(Collection<String> ids) {
    return engine.withdrawn(ids);
  }

  @Override
  public Workbench workbench() {
    return engine.workbench();
  }

  @Override
  public boolean hasNames() {
    return engine.hasNames();
  }

  @Override
  public Optional<String> namesDigest() {
    return engine.namesDigest();
  }

  @Override
  public Optional<NameEntry> name(Name name) {
    return engine.name(name);
  }

  @Override
  public List<SpokenWords> quotes(Name speaker, List<String> ids) {
    return engine.quotes(speaker, ids);
  }

  @Override
  public void correct(List<NameCorrection> corrections) {
    engine.correct(corrections);
  }

  @Override
  public SimilarArticles similarTo(String id, int count) {
    return engine.similarTo(id, count);
  }

  @Override
  public long articleCount() {
    return engine.articleCount();
  }

  @Override
  public Coverage coverage() {
    return engine.coverage();
  }

  @Override
  public List<FacetCount> values(FacetField facet, QueryNode query, Filters filters) {
    return engine.values(facet, query, filters);
  }

  @Override
  public boolean hasAny(QueryNode query, Filters filters) {
    return engine.hasAny(query, filters);
  }

  @Override
  public Map<String, Long> states() {
    return engine.states();
  }

  @Override
  public List<AlertCount> count(List<AlertSearch> alerts) {
    return engine.count(alerts);
  }

  @Override
  public IndexLedger ledger() {
    return engine.ledger();
  }

  @Override
  public EngineStatus status() {
    return engine.status();
  }

  @Override
  public IndexSummary summary() {
    return engine.summary();
  }

  @Override
  public void close() {
    engine.close();
  }
}
