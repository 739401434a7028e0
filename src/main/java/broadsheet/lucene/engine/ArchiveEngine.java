package broadsheet.lucene.engine;

import broadsheet.article.ArticleRef;
import broadsheet.engine.EngineStatus;
import broadsheet.engine.IndexLedger;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
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
import broadsheet.lucene.account.ArchiveLedger;
import broadsheet.lucene.compile.MaxClauses;
import broadsheet.lucene.count.AlertsQuestion;
import broadsheet.lucene.count.AllValuesQuestion;
import broadsheet.lucene.count.TrendSearch;
import broadsheet.lucene.mark.ArchiveArticles;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.part.AnyQuestion;
import broadsheet.lucene.part.PartReads;
import broadsheet.lucene.search.AskedSearch;
import broadsheet.lucene.search.DeepRanking;
import broadsheet.lucene.search.ExplainSearch;
import broadsheet.lucene.similar.DistinctiveWordSearch;
import broadsheet.lucene.similar.SimilarSearch;
import broadsheet.lucene.suggest.TableAnswers;
import broadsheet.lucene.words.PartedWorkbench;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.QueryCost;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers from an archive, whatever its parts are: one index, or shards on several machines. Each
 * request is answered from the state of the archive that is current when it begins, and within its
 * time limit, if need be with a partial result. Thread-safe.
 */
public class ArchiveEngine implements SearchEngine {

  static {
    MaxClauses.lift();
  }

  private final ArchiveReads reads;

  /** An engine over reads of an archive, which it closes. */
  protected ArchiveEngine(ArchiveReads reads) {
    this.reads = reads;
  }

  @Override
  public SearchResults search(SearchRequest request) {
    return reads.search(reads.asked(request));
  }

  @Override
  public RankedIds rank(SearchRequest request, int depth) {
    AskedSearch ranked = reads.asked(request.ranked().unfolded());
    return reads.read(
        request, parts -> new DeepRanking(parts.hits(ranked, FusedWords.ANY)).of(depth));
  }

  @Override
  public Optional<Explanation> explain(SearchRequest request, String id) {
    AskedSearch ranked = reads.asked(request.ranked());
    return reads.read(
        request, parts -> new ExplainSearch(parts.hits(ranked, FusedWords.SOME)).of(id));
  }

  @Override
  public Timeline timeline(QueryNode query, Filters filters, Optional<Timeline.Unit> unit) {
    return read(
        List.of(query),
        filters.versions(),
        1,
        parts -> new TrendSearch(filters, parts).timeline(query, unit));
  }

  @Override
  public Trends trends(List<QueryNode> queries, Filters filters, Optional<Timeline.Unit> unit) {
    return read(
        queries,
        filters.versions(),
        2,
        parts -> new TrendSearch(filters, parts).trends(queries, unit));
  }

  @Override
  public DistinctiveWords distinctiveWords(QueryNode query, Filters filters, Contrast contrast) {
    return read(
        List.of(query),
        filters.versions(),
        contrast.timeShare(),
        parts -> new DistinctiveWordSearch(query, filters, parts).against(contrast));
  }

  private <T> T read(
      List<QueryNode> queries, VersionScope versions, int fraction, PartReads.Work<T> work) {
    return reads.read(QueryCost.isHeavy(queries), versions, fraction, work);
  }

  @Override
  public List<Completion> completions(String text, int count) {
    return reads.completions(text, count);
  }

  @Override
  public Optional<MarkedArticle> find(String id, QueryNode query) {
    return read(
        List.of(query),
        VersionScope.LATEST,
        1,
        parts -> new ArchiveArticles(parts).find(id, query));
  }

  @Override
  public Optional<NamedArticle> named(String id) {
    return reads.read(parts -> new ArchiveArticles(parts).named(id));
  }

  @Override
  public List<ArticleVersion> versions(String id) {
    return reads.read(parts -> new ArchiveArticles(parts).versions(id));
  }

  @Override
  public Map<String, ArticleRef> refs(Collection<String> ids) {
    Map<String, ArticleRef> refs = new HashMap<>();
    ids.forEach(id -> reads.knownRef(id).ifPresent(ref -> refs.put(id, ref)));
    List<String> others = ids.stream().filter(id -> !refs.containsKey(id)).toList();
    if (!others.isEmpty()) {
      refs.putAll(reads.read(parts -> new ArchiveArticles(parts).refs(others)));
    }
    return refs;
  }

  @Override
  public Map<ArticleRef, String> idsOf(Collection<ArticleRef> refs) {
    return reads.read(parts -> new ArchiveArticles(parts).idsOf(List.copyOf(refs)));
  }

  @Override
  public Set<String> withdrawn(Collection<String> ids) {
    return reads.read(parts -> new ArchiveArticles(parts).withdrawn(List.copyOf(ids)));
  }

  @Override
  public Workbench workbench() {
    return new PartedWorkbench(reads);
  }

  @Override
  public boolean hasNames() {
    return reads.format().names().isFound();
  }

  @Override
  public Optional<NameEntry> name(Name name) {
    return reads.read(parts -> TableAnswers.decision(name, parts));
  }

  @Override
  public Optional<String> namesDigest() {
    return hasNames() ? reads.read(TableAnswers::digest) : Optional.empty();
  }

  @Override
  public List<SpokenWords> quotes(Name speaker, List<String> ids) {
    return reads.read(parts -> new ArchiveArticles(parts).quotes(speaker, ids));
  }

  @Override
  public void correct(List<NameCorrection> corrections) {
    reads.correct(corrections);
  }

  @Override
  public SimilarArticles similarTo(String id, int count) {
    return reads.read(
        false, VersionScope.LATEST, 12, parts -> new SimilarSearch(parts).to(id, count));
  }

  @Override
  public void export(SearchRequest request, Consumer<NamedArticle> taker) {
    reads.export(reads.asked(request), taker);
  }

  @Override
  public Optional<String> missingMeaning() {
    return reads.missingMeaning();
  }

  @Override
  public long articleCount() {
    return reads.read(parts -> parts.about(new ArchiveQuestion.SummaryQuestion())).stream()
        .mapToLong(IndexSummary::articles)
        .sum();
  }

  @Override
  public EngineStatus status() {
    return reads.status();
  }

  @Override
  public IndexSummary summary() {
    return reads.read(ArchiveTotals::summary);
  }

  @Override
  public Coverage coverage() {
    return reads.read(ArchiveTotals::coverage);
  }

  @Override
  public boolean hasAny(QueryNode query, Filters filters) {
    return read(
        List.of(query),
        filters.versions(),
        1,
        parts -> AnyQuestion.of(List.of(query), filters, parts).getFirst());
  }

  @Override
  public List<FacetCount> values(FacetField facet, QueryNode query, Filters filters) {
    return read(
        List.of(query),
        filters.versions(),
        1,
        parts -> AllValuesQuestion.of(facet, query, filters, parts));
  }

  @Override
  public Map<String, Long> states() {
    return reads.states();
  }

  @Override
  public List<AlertCount> count(List<AlertSearch> alerts) {
    return read(
        alerts.stream().map(AlertSearch::query).toList(),
        VersionScope.LATEST,
        1,
        parts -> AlertsQuestion.of(alerts, parts));
  }

  @Override
  public IndexLedger ledger() {
    return new ArchiveLedger(reads);
  }

  @Override
  public void close() {
    reads.close();
  }
}
