package broadsheet.lucene;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.NamedArticle;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.local.ReaderExport;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.search.Hits;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.words.PartedWorkbench;
import broadsheet.lucene.words.ReaderParts;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.QueryCost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads of an index within a time limit. Heavy queries wait for one another; others never wait.
 * Thread-safe.
 */
final class TimedReads implements PartedWorkbench.Turns {

  private final CommittedIndex index;
  private final Duration limit;
  private final HeavyQueryLimit heavyQueries = HeavyQueryLimit.besideOthers();

  /**
   * @param limit the time from a request to its answer
   */
  TimedReads(CommittedIndex index, Duration limit) {
    this.index = index;
    this.limit = limit;
  }

  /** Work with a time limit. */
  interface Work<T> {
    T within(SearchBudget budget) throws IOException;
  }

  /** Does work for a request; see {@link #read(QueryNode, VersionScope, Work)}. */
  <T> T read(SearchRequest request, Work<T> work) {
    return read(request.query(), request.filters().versions(), work);
  }

  /**
   * Does work for a query in all of the time.
   *
   * @throws EngineBusyException when the query is heavy and its turn did not come
   */
  <T> T read(QueryNode query, VersionScope versions, Work<T> work) {
    return read(List.of(query), versions, 1, work);
  }

  /**
   * Does work for some queries in a fraction of the time.
   *
   * @param versions the versions of articles that are searched
   * @param fraction 2 for half of it
   * @throws EngineBusyException when one of them is heavy and their turn did not come
   */
  <T> T read(List<QueryNode> queries, VersionScope versions, int fraction, Work<T> work) {
    return read(QueryCost.isHeavy(queries), versions, fraction, work);
  }

  @Override
  public <T> T inTurn(boolean isCostly, VersionScope versions, PartedWorkbench.Work<T> work) {
    return read(isCostly, versions, 1, budget -> work.of(new ReaderParts(budget)));
  }

  private <T> T read(boolean isHeavy, VersionScope versions, int fraction, Work<T> work) {
    Duration time = limit.dividedBy(fraction);
    Deadline deadline = Deadline.in(time);
    HeavyQueryLimit.Work<T> answering =
        () ->
            index.read(
                snapshot ->
                    work.within(SearchBudget.of(snapshot.of(versions), isHeavy, time, deadline)));
    return heavyQueries.inTurn(isHeavy, time.dividedBy(HeavyQueryLimit.PATIENCE), limit, answering);
  }

  /** An export. Only the look-ups before its first article have a time limit. */
  interface Exporting {
    Hits hits(SearchBudget whole, SearchBudget hurried) throws IOException;
  }

  /**
   * Exports the hits of a request.
   *
   * @throws EngineBusyException before the first article, when the query is heavy and its turn did
   *     not come
   */
  void export(SearchRequest request, Exporting exporting, Consumer<NamedArticle> taker) {
    boolean isHeavy = QueryCost.isHeavy(request.query());
    index.read(
        snapshot -> {
          ReaderSnapshot searched = snapshot.of(request.filters().versions());
          Hits hits =
              exporting.hits(
                  SearchBudget.of(searched, isHeavy, limit, Deadline.none()),
                  SearchBudget.of(searched, isHeavy, limit, Deadline.in(limit)));
          new Export(new ReaderExport(hits, heavyQueries, limit), request.isFolding()).to(taker);
          return snapshot;
        });
  }

  /** The number of heavy queries that are running. */
  int working() {
    return heavyQueries.working();
  }

  int waiting() {
    return heavyQueries.waiting();
  }
}
