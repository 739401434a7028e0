package broadsheet.lucene;

import broadsheet.engine.EngineBusyException;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.QueryCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.search.TopDocs;

/**
 * Reads of an index within a time limit. Heavy queries wait for one another; others never wait.
 * Thread-safe.
 */
final class TimedReads {

  /** A heavy query waits for its turn for at most this fraction of its time: one half. */
  private static final int PATIENCE = 2;

  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

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

  /**
   * Does work for a query in all of the time.
   *
   * @throws EngineBusyException when the query is heavy and its turn did not come
   */
  <T> T read(QueryNode query, Work<T> work) {
    return read(List.of(query), 1, work);
  }

  /**
   * Does work for some queries in a fraction of the time.
   *
   * @param fraction 2 for half of it
   * @throws EngineBusyException when one of them is heavy and their turn did not come
   */
  <T> T read(List<QueryNode> queries, int fraction, Work<T> work) {
    Duration time = limit.dividedBy(fraction);
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

  /** An export. Only the look-ups before its first article have a time limit. */
  interface Exporting {
    void with(SearchBudget whole, SearchBudget hurried, Export.Turn turn) throws IOException;
  }

  /**
   * Exports the hits of a query.
   *
   * @throws EngineBusyException before the first article, when the query is heavy and its turn did
   *     not come
   */
  void export(QueryNode query, Exporting exporting) {
    boolean isHeavy = QueryCost.isHeavy(query);
    index.read(
        snapshot -> {
          exporting.with(
              SearchBudget.of(snapshot, isHeavy, limit, Deadline.none()),
              SearchBudget.of(snapshot, isHeavy, limit, Deadline.in(limit)),
              isHeavy ? this::inTurn : (_, work) -> done(work));
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

  int working() {
    return heavyQueries.working();
  }

  int waiting() {
    return heavyQueries.waiting();
  }
}
