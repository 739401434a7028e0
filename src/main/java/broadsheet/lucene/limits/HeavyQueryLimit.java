package broadsheet.lucene.limits;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits the number of heavy queries that run in parallel, so that ordinary ones always find a free
 * processor. First come, first served. Thread-safe.
 */
public final class HeavyQueryLimit {

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

  private boolean isLetIn(Duration patience) {
    try {
      return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
