package broadsheet.lucene.gather;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.EmbeddingModels;
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
import broadsheet.engine.result.Completion;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.RankedIds;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.SpokenWords;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.engine.words.Workbench;
import broadsheet.lucene.compile.MaxClauses;
import broadsheet.lucene.count.AlertCounts;
import broadsheet.lucene.count.GatheredCounts;
import broadsheet.lucene.count.TrendSearch;
import broadsheet.lucene.mark.ArticleVersions;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.search.DeepRanking;
import broadsheet.lucene.search.ExplainSearch;
import broadsheet.lucene.shard.ArchiveQuestion;
import broadsheet.lucene.shard.ArticleQuestion;
import broadsheet.lucene.shard.SearchQuestion;
import broadsheet.lucene.similar.DistinctiveWordSearch;
import broadsheet.lucene.similar.SimilarSearch;
import broadsheet.lucene.suggest.Suggestions;
import broadsheet.lucene.words.PartedWorkbench;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Searches an archive in shards, each request in the state of the archive that is current when it
 * begins. Thread-safe.
 */
public final class ShardedSearchEngine implements SearchEngine {

  static {
    MaxClauses.lift();
  }

  private final ArchiveSource source;
  private final ShardedReads reads;
  private final MeaningAsking asking;

  /**
   * Searches with the models that this program has.
   *
   * @param limit the time from a request to its answer
   */
  public ShardedSearchEngine(ArchiveSource source, Duration limit) {
    this(source, EmbeddingModels::installed, limit);
  }

  /**
   * @param models the models for search by meaning, which are looked up when first needed
   * @param limit the time from a request to its answer
   */
  public ShardedSearchEngine(
      ArchiveSource source, Supplier<EmbeddingModels> models, Duration limit) {
    this.source = source;
    reads = new ShardedReads(source, limit);
    asking = new MeaningAsking(source, models);
  }

  /** A request with the vectors of its text, and a note if the archive may have changed. */
  private AskedSearch asked(SearchRequest request) {
    boolean isSure = source.fault().isEmpty();
    return asking.of(request, isSure ? List.of() : List.of(new Note.Unconfirmed()));
  }

  @Override
  public SearchResults search(SearchRequest request) {
    return reads.search(asked(request));
  }

  @Override
  public RankedIds rank(SearchRequest request, int depth) {
    AskedSearch ranked = asked(request.ranked().unfolded());
    return reads.read(
        request,
        sharded -> new DeepRanking(new GatheredHits(ranked, FusedWords.ANY, sharded)).of(depth));
  }

  @Override
  public Optional<Explanation> explain(SearchRequest request, String id) {
    AskedSearch ranked = asked(request.ranked());
    return reads.read(
        request,
        sharded -> new ExplainSearch(new GatheredHits(ranked, FusedWords.SOME, sharded)).of(id));
  }

  @Override
  public Timeline timeline(QueryNode query, Filters filters, Optional<Timeline.Unit> unit) {
    return reads.read(
        List.of(query),
        filters.versions(),
        1,
        sharded -> new TrendSearch(new GatheredLines(filters, sharded)).timeline(query, unit));
  }

  @Override
  public Trends trends(List<QueryNode> queries, Filters filters, Optional<Timeline.Unit> unit) {
    return reads.read(
        queries,
        filters.versions(),
        2,
        sharded -> new TrendSearch(new GatheredLines(filters, sharded)).trends(queries, unit));
  }

  @Override
  public DistinctiveWords distinctiveWords(QueryNode query, Filters filters, Contrast contrast) {
    return reads.read(
        List.of(query),
        filters.versions(),
        contrast.timeShare(),
        sharded ->
            new DistinctiveWordSearch(new GatheredSamples(query, filters, sharded))
                .against(contrast));
  }

  @Override
  public List<Completion> completions(String text, int count) {
    return reads.read(
        List.of(),
        1,
        sharded -> Suggestions.of(new ShardedCompletions(sharded, hasNames()), text, count));
  }

  @Override
  public Optional<MarkedArticle> find(String id, QueryNode query) {
    return reads.read(List.of(query), 1, sharded -> new ShardedArticle(sharded).find(id, query));
  }

  @Override
  public Optional<NamedArticle> named(String id) {
    return reads.ask(new ArticleQuestion.OfArticles(List.of(id))).stream()
        .flatMap(shard -> shard.values().stream())
        .findFirst();
  }

  @Override
  public List<ArticleVersion> versions(String id) {
    List<String> keys = article(id).map(Article::itemKeys).orElse(List.of());
    return keys.isEmpty()
        ? List.of()
        : ArticleVersions.sorted(
            reads.ask(new ArticleQuestion.OfVersions(keys)).stream()
                .flatMap(List::stream)
                .toList());
  }

  @Override
  public Map<String, ArticleRef> refs(Collection<String> ids) {
    BoundedCache<String, ArticleRef> known = source.current().refs();
    Map<String, ArticleRef> refs = new HashMap<>();
    ids.forEach(id -> known.get(id).ifPresent(ref -> refs.put(id, ref)));
    List<String> others = ids.stream().filter(id -> !refs.containsKey(id)).toList();
    if (!others.isEmpty()) {
      reads.ask(new ArticleQuestion.OfRefs(others)).forEach(refs::putAll);
    }
    return refs;
  }

  /** An article with the same text, on any shard, takes precedence over one with the same id. */
  @Override
  public Map<ArticleRef, String> idsOf(Collection<ArticleRef> refs) {
    Map<ArticleRef, String> ids = new HashMap<>();
    reads.ask(new ArticleQuestion.OfSameTexts(List.copyOf(refs))).forEach(ids::putAll);
    List<ArticleRef> others = refs.stream().filter(ref -> !ids.containsKey(ref)).toList();
    Set<String> there = new HashSet<>();
    reads
        .ask(new ArticleQuestion.OfIds(others.stream().map(ArticleRef::id).toList()))
        .forEach(there::addAll);
    others.stream().filter(ref -> there.contains(ref.id())).forEach(ref -> ids.put(ref, ref.id()));
    return ids;
  }

  @Override
  public Set<String> withdrawn(Collection<String> ids) {
    Set<String> withdrawn = new HashSet<>();
    reads.ask(new ArticleQuestion.OfWithdrawn(List.copyOf(ids))).forEach(withdrawn::addAll);
    return withdrawn;
  }

  @Override
  public Workbench workbench() {
    return new PartedWorkbench(reads);
  }

  @Override
  public boolean hasNames() {
    return source.current().format().names().isFound();
  }

  @Override
  public Optional<NameEntry> name(Name name) {
    return reads.ask(new ArchiveQuestion.OfName(name)).stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public Optional<String> namesDigest() {
    return hasNames()
        ? reads.ask(new ArchiveQuestion.OfNamesDigest()).stream().findFirst()
        : Optional.empty();
  }

  @Override
  public List<SpokenWords> quotes(Name speaker, List<String> ids) {
    return reads.ask(new ArchiveQuestion.OfQuotes(speaker, ids)).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(quote -> ids.indexOf(quote.id())))
        .toList();
  }

  @Override
  public void correct(List<NameCorrection> all) {
    reads.correct(all);
  }

  @Override
  public SimilarArticles similarTo(String id, int count) {
    return reads.read(
        List.of(), 12, sharded -> new SimilarSearch(new GatheredNeighbours(sharded)).to(id, count));
  }

  @Override
  public void export(SearchRequest request, Consumer<NamedArticle> taker) {
    reads.export(asked(request), taker);
  }

  @Override
  public Optional<String> missingMeaning() {
    return asking.trouble();
  }

  @Override
  public long articleCount() {
    return reads.about(new ArchiveQuestion.OfSummary()).stream()
        .mapToLong(IndexSummary::articles)
        .sum();
  }

  @Override
  public EngineStatus status() {
    return new EngineStatus(source.fault(), source.generation(), reads.working(), reads.waiting());
  }

  @Override
  public IndexSummary summary() {
    ShardedArchive archive = source.current();
    return reads.read(
        List.of(),
        1,
        sharded ->
            ShardTotals.summary(
                sharded.about(new ArchiveQuestion.OfSummary()),
                sharded.about(new ArchiveQuestion.OfSources()),
                archive.format()));
  }

  @Override
  public Coverage coverage() {
    return reads.read(
        List.of(),
        1,
        sharded -> {
          List<String> most =
              ShardTotals.values(
                      sharded.about(new ArchiveQuestion.OfSources()).stream(), Coverage.MAX_SOURCES)
                  .stream()
                  .map(FacetCount::value)
                  .toList();
          return ShardTotals.coverage(sharded.about(new ArchiveQuestion.OfCoverage(most)));
        });
  }

  @Override
  public boolean hasAny(QueryNode query, Filters filters) {
    return reads.read(
        List.of(query),
        filters.versions(),
        1,
        sharded -> {
          sharded.prepare(query, filters);
          return sharded.ask(new SearchQuestion.OfAny(List.of(query), filters)).stream()
              .anyMatch(shard -> shard.getFirst());
        });
  }

  @Override
  public List<FacetCount> values(FacetField facet, QueryNode query, Filters filters) {
    return reads.read(
        List.of(query),
        filters.versions(),
        1,
        sharded -> {
          sharded.prepare(query, filters);
          return GatheredCounts.sum(
              sharded.ask(new SearchQuestion.OfAllValues(facet, query, filters)));
        });
  }

  @Override
  public long state() {
    return source.current().format().state();
  }

  @Override
  public List<AlertCount> count(List<AlertSearch> alerts) {
    return reads.read(
        alerts.stream().map(AlertSearch::query).toList(),
        1,
        sharded -> {
          alerts.forEach(alert -> sharded.lookUp(alert.query()));
          return AlertCounts.sum(sharded.ask(new SearchQuestion.OfAlerts(alerts)));
        });
  }

  @Override
  public IndexLedger ledger() {
    return new ShardedLedger(reads);
  }

  @Override
  public void close() {
    source.close();
  }
}
