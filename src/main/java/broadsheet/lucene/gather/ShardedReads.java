package broadsheet.lucene.gather;

import broadsheet.engine.EngineException;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.shard.PageCall;
import broadsheet.lucene.shard.Question;
import broadsheet.lucene.words.PartedWorkbench;
import broadsheet.names.NameCorrection;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.QueryCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads of an archive in shards within a time limit. Heavy queries wait for one another; others
 * never wait. Thread-safe.
 */
final class ShardedReads implements PartedWorkbench.Turns {

  private final ArchiveSource source;
  private final Duration limit;
  private final HeavyQueryLimit heavyQueries = HeavyQueryLimit.besideOthers();
  private final String client = UUID.randomUUID().toString();
  private volatile List<NameCorrection> corrections = List.of();

  /**
   * @param limit the time from a request to its answer
   */
  ShardedReads(ArchiveSource source, Duration limit) {
    this.source = source;
    this.limit = limit;
  }

  /** Reads names as these corrections say from now on. */
  void correct(List<NameCorrection> all) {
    corrections = List.copyOf(all);
  }

  /**
   * Searches, in all of the time.
   *
   * @param asked the request, with the vectors of its text
   */
  SearchResults search(AskedSearch asked) {
    SearchRequest request = asked.request();
    boolean isHeavy = QueryCost.isHeavy(List.of(request.query()));
    PageCall call =
        new PageCall(
            client, request, asked.remarks(), corrections, isHeavy, limit, limit, asked.meaning());
    PageSearch search = new PageSearch(call, Deadline.in(limit));
    return inTurn(isHeavy, limit, search::of);
  }

  /** Does work for a request in all of the time. */
  <T> T read(SearchRequest request, ShardedRequest.Work<T> work) {
    return read(List.of(request.query()), request.filters().versions(), 1, work);
  }

  /** Does work in a fraction of the time, on the latest versions; 2 for half of it. */
  <T> T read(List<QueryNode> queries, int fraction, ShardedRequest.Work<T> work) {
    return read(queries, VersionScope.LATEST, fraction, work);
  }

  /**
   * Does work for some queries in a fraction of the time.
   *
   * @param versions the versions of articles that are searched
   * @param fraction 2 for half of it
   * @throws broadsheet.engine.EngineBusyException when one of them is heavy and their turn did not
   *     come
   */
  <T> T read(
      List<QueryNode> queries, VersionScope versions, int fraction, ShardedRequest.Work<T> work) {
    return read(QueryCost.isHeavy(queries), versions, fraction, work);
  }

  @Override
  public <T> T inTurn(boolean isCostly, VersionScope versions, PartedWorkbench.Work<T> work) {
    return read(isCostly, versions, 1, sharded -> work.of(new GatheredWords(sharded)));
  }

  private <T> T read(
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

  /** The answers of all shards to a question that needs no facts. */
  <A> List<A> ask(Question<A> question) {
    return read(List.of(), 1, sharded -> sharded.ask(question));
  }

  /** The answers of all shards to a question that is sent once for each state of the archive. */
  <A> List<A> about(Question<A> question) {
    return read(List.of(), 1, sharded -> sharded.about(question));
  }

  /**
   * The answers of all shards to a question about all versions of articles.
   *
   * @throws EngineException when one of them does not answer
   */
  <A> List<A> askAll(Question<A> question) {
    return read(
        List.of(),
        VersionScope.ALL,
        1,
        sharded -> {
          List<A> answers = sharded.ask(question);
          if (!sharded.isWhole()) {
            throw new EngineException("A part of the archive does not answer. Try again later.");
          }
          return answers;
        });
  }

  /** The metadata of the current state. */
  IndexFormat format() {
    return source.current().format();
  }

  /**
   * Exports the hits of a request: those of the current state of the archive, and once an update
   * has replaced it, the remaining ones of the newest.
   */
  void export(AskedSearch asked, Consumer<NamedArticle> taker) {
    GatheredExport export = new GatheredExport(asked, source, corrections, heavyQueries, limit);
    try {
      new Export(export, asked.request().isFolding()).to(taker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of heavy queries that are running. */
  int working() {
    return heavyQueries.working();
  }

  int waiting() {
    return heavyQueries.waiting();
  }
}
