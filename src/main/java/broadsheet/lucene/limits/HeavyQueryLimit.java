package broadsheet.lucene.limits;

import broadsheet.engine.EngineBusyException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A fair semaphore for heavy queries, so that ordinary ones always find a free processor. First
 * come, first served. Thread-safe.
 */
public final class HeavyQueryLimit {

  /** A heavy query waits for its turn for at most this fraction of its time: one half. */
  public static final int PATIENCE = 2;

  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

  private final int width;
  private final Semaphore places;

  /**
   * @param width the most queries to run in parallel, at least 1
   */
  public HeavyQueryLimit(int width) {
    this.width = width;
    places = new Semaphore(width, true);
  }

  /** A limit that leaves one processor free, if there are several. */
  public static HeavyQueryLimit besideOthers() {
    return new HeavyQueryLimit(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  public int working() {
    return width - places.availablePermits();
  }

  /** Estimates the number of waiting queries. */
  public int waiting() {
    return places.getQueueLength();
  }

  /** The work of a heavy query. */
  public interface Work<T> {
    T done();
  }

  /**
   * Runs work when its turn comes.
   *
   * @param patience the longest wait for its turn
   * @return empty when its turn did not come
   */
  public <T> Optional<T> when(Duration patience, Work<T> work) {
    if (!isLetIn(patience)) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.done());
    } finally {
      places.release();
    }
  }

  /**
   * Runs the work of any query: of a heavy one when its turn comes, of any other at once.
   *
   * @param patience the longest time that a heavy query waits for its turn
   * @param limit the time from the request to the answer, for the message
   * @throws EngineBusyException when its turn did not come
   */
  public <T> T inTurn(boolean isHeavy, Duration patience, Duration limit, Work<T> work) {
    return isHeavy
        ? when(patience, work).orElseThrow(() -> new EngineBusyException(limit))
        : work.done();
  }

  /**
   * The patience of an export: once it has begun to answer, it waits as long as necessary.
   *
   * @param limit the time from a request to its answer
   */
  public static Duration patience(boolean isFirstTurn, Duration limit) {
    return isFirstTurn ? limit.dividedBy(PATIENCE) : AS_LONG_AS_IT_TAKES;
  }

  private boolean isLetIn(Duration patience) {
    try {
      return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
