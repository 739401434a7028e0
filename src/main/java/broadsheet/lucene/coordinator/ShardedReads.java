package broadsheet.lucene.coordinator;

import broadsheet.article.ArticleRef;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.EngineStatus;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.Completion;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.engine.ArchiveReads;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.search.AskedSearch;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.shard.PageCall;
import broadsheet.lucene.suggest.ArchiveCompletions;
import broadsheet.lucene.suggest.Suggestions;
import broadsheet.names.NameCorrection;
import broadsheet.query.tree.QueryCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads of an archive in shards within a time limit. Heavy queries wait for one another; others
 * never wait. Thread-safe.
 */
final class ShardedReads implements ArchiveReads {

  private final ArchiveSource source;
  private final QueryEmbedding asking;
  private final Duration limit;
  private final HeavyQueryLimit heavyQueries = HeavyQueryLimit.besideOthers();
  private final String client = UUID.randomUUID().toString();
  private volatile List<NameCorrection> corrections = List.of();

  /**
   * @param limit the time from a request to its answer
   */
  ShardedReads(ArchiveSource source, Supplier<EmbeddingModels> models, Duration limit) {
    this.source = source;
    asking = new QueryEmbedding(source, models);
    this.limit = limit;
  }

  /** With the vectors of its text, and a note if the archive may have changed. */
  @Override
  public AskedSearch asked(SearchRequest request) {
    boolean isSure = source.fault().isEmpty();
    return asking.of(request, isSure ? List.of() : List.of(Note.Plain.UNCONFIRMED));
  }

  /** With those of the collections that are read. */
  @Override
  public void correct(List<NameCorrection> all) {
    Set<String> tags =
        source.states().keySet().stream()
            .map(ArchiveCollection::tag)
            .collect(Collectors.toUnmodifiableSet());
    corrections = all.stream().filter(each -> tags.contains(each.collection())).toList();
  }

  @Override
  public SearchResults search(AskedSearch asked) {
    SearchRequest request = asked.request();
    boolean isHeavy = QueryCost.isHeavy(List.of(request.query()));
    PageCall call =
        new PageCall(
            client, request, asked.remarks(), corrections, isHeavy, limit, limit, asked.meaning());
    PageSearch search = new PageSearch(call, Deadline.in(limit));
    return inTurn(isHeavy, limit, search::of);
  }

  @Override
  public <T> T read(SearchRequest request, SearchWork<T> work) {
    boolean isHeavy = QueryCost.isHeavy(List.of(request.query()));
    return done(isHeavy, request.filters().versions(), 1, work::of);
  }

  @Override
  public <T> T read(boolean isHeavy, VersionScope versions, int fraction, Work<T> work) {
    return done(isHeavy, versions, fraction, work::of);
  }

  private <T> T done(
      boolean isHeavy, VersionScope versions, int fraction, ShardedRequest.Work<T> work) {
    Duration time = limit.dividedBy(fraction);
    Deadline deadline = Deadline.in(time);
    return inTurn(
        isHeavy,
        time,
        archive ->
            ShardedRequest.done(archive.of(versions), corrections, isHeavy, time, deadline, work));
  }

  private <T> T inTurn(boolean isHeavy, Duration time, Function<ShardedArchive, T> answering) {
    ReadState state = new ReadState(source);
    return heavyQueries.inTurn(
        isHeavy, time.dividedBy(HeavyQueryLimit.PATIENCE), limit, () -> state.answer(answering));
  }

  @Override
  public IndexFormat format() {
    return source.current().format();
  }

  @Override
  public Map<String, Long> states() {
    Map<String, Long> states = new HashMap<>();
    source.states().forEach((collection, state) -> states.put(collection.name(), state));
    return states;
  }

  /**
   * Exports the hits of the current state of the archive, and once an update has replaced it, the
   * remaining ones of the newest.
   */
  @Override
  public void export(AskedSearch asked, Consumer<NamedArticle> taker) {
    MergedExport export = new MergedExport(asked, source, corrections, heavyQueries, limit);
    try {
      new Export(export, asked.request().isFolding()).to(taker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Completion> completions(String text, int count) {
    return read(parts -> Suggestions.of(new ArchiveCompletions(parts), text, count));
  }

  @Override
  public Optional<ArticleRef> knownRef(String id) {
    return source.current().refs().get(id);
  }

  @Override
  public Optional<String> missingMeaning() {
    return asking.trouble();
  }

  @Override
  public EngineStatus status() {
    return new EngineStatus(
        source.fault(), source.generation(), heavyQueries.working(), heavyQueries.waiting());
  }

  @Override
  public void close() {
    source.close();
  }
}
