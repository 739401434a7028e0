package broadsheet.lucene.local;

import broadsheet.article.ArticleRef;
import broadsheet.engine.EngineStatus;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.Completion;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.engine.ArchiveReads;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.search.AskedSearch;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.search.Hits;
import broadsheet.lucene.search.Search;
import broadsheet.lucene.snapshot.ConsumerFailure;
import broadsheet.lucene.snapshot.OpenIndex;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.suggest.SuggestionCache;
import broadsheet.names.NameCorrection;
import broadsheet.query.tree.QueryCost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads of an index on this machine, each of its newest commit. Thread-safe. */
public final class LocalReads implements ArchiveReads {

  /** A completion looks at few words; what takes longer is left out. */
  private static final Duration COMPLETING = Duration.ofMillis(250);

  private final OpenIndex index;
  private final Meanings meanings;
  private final Duration limit;
  private final HeavyQueryLimit heavyQueries = HeavyQueryLimit.besideOthers();
  private final SuggestionCache suggestions = new SuggestionCache();

  /**
   * @param index what is searched; closed with this object, as are the meanings
   * @param limit the time from a request to its answer
   */
  public LocalReads(OpenIndex index, Meanings meanings, Duration limit) {
    this.index = index;
    this.meanings = meanings;
    this.limit = limit;
  }

  @Override
  public <T> T read(boolean isHeavy, VersionScope versions, int fraction, Work<T> work) {
    return inTurn(isHeavy, versions, fraction, work::of);
  }

  @Override
  public <T> T read(SearchRequest request, SearchWork<T> work) {
    return inTurn(QueryCost.isHeavy(request.query()), request.filters().versions(), 1, work);
  }

  private <T> T inTurn(boolean isHeavy, VersionScope versions, int fraction, SearchWork<T> work) {
    Duration time = limit.dividedBy(fraction);
    Deadline deadline = Deadline.in(time);
    HeavyQueryLimit.Work<T> answering =
        () ->
            index.read(
                snapshot ->
                    work.of(
                        parts(SearchBudget.of(snapshot.of(versions), isHeavy, time, deadline))));
    return heavyQueries.inTurn(isHeavy, time.dividedBy(HeavyQueryLimit.PATIENCE), limit, answering);
  }

  private LocalParts parts(SearchBudget budget) {
    return new LocalParts(budget, meanings);
  }

  /** Loads the model, because it is loaded only once. The vectors of the text are made later. */
  @Override
  public AskedSearch asked(SearchRequest request) {
    if (request.mode() == SearchMode.HYBRID) {
      meanings.load();
    }
    return new AskedSearch(request, List.of(), Optional.empty());
  }

  @Override
  public SearchResults search(AskedSearch asked) {
    return read(asked.request(), parts -> Search.of(() -> parts.hits(asked, FusedWords.SOME)));
  }

  /** Only the look-ups before its first article have a time limit. */
  @Override
  public void export(AskedSearch asked, Consumer<NamedArticle> taker) {
    try {
      handOver(asked.request(), ConsumerFailure.of(taker));
    } catch (ConsumerFailure e) {
      throw e.failure();
    }
  }

  private void handOver(SearchRequest request, Consumer<NamedArticle> taker) {
    boolean isHeavy = QueryCost.isHeavy(request.query());
    index.read(
        snapshot -> {
          ReaderSnapshot searched = snapshot.of(request.filters().versions());
          Hits hits =
              ReaderHits.of(
                  request,
                  parts(SearchBudget.of(searched, isHeavy, limit, Deadline.none())),
                  parts(SearchBudget.of(searched, isHeavy, limit, Deadline.in(limit))),
                  FusedWords.SOME);
          new Export(new ReaderExport(hits, heavyQueries, limit), request.isFolding()).to(taker);
          return snapshot;
        });
  }

  @Override
  public List<Completion> completions(String text, int count) {
    return index.read(
        snapshot ->
            suggestions.of(
                parts(SearchBudget.of(snapshot, false, COMPLETING, Deadline.in(COMPLETING))),
                text,
                count));
  }

  @Override
  public Optional<ArticleRef> knownRef(String id) {
    return Optional.empty();
  }

  @Override
  public void correct(List<NameCorrection> corrections) {
    index.correct(corrections);
  }

  @Override
  public Optional<String> missingMeaning() {
    return meanings.trouble();
  }

  @Override
  public EngineStatus status() {
    return new EngineStatus(
        index.fault(), index.generation(), heavyQueries.working(), heavyQueries.waiting());
  }

  @Override
  public IndexFormat format() {
    return index.read(ReaderSnapshot::format);
  }

  @Override
  public Map<String, Long> states() {
    return index.states();
  }

  @Override
  public void close() {
    meanings.close();
    index.close();
  }
}
