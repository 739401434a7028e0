package broadsheet.lucene.limits;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where heavy work waits its turn, so that it never has all processors and ordinary work always
 * finds one. Who came first is let in first. Thread-safe.
 */
public final class HeavyQueryLimit {

  private final int width;
  private final Semaphore places;

  /**
   * @param width how many may work at once, at least 1
   */
  public HeavyQueryLimit(int width) {
    this.width = width;
    places = new Semaphore(width, true);
  }

  /** One that leaves a processor free, where there are several. */
  public static HeavyQueryLimit besideOthers() {
    return new HeavyQueryLimit(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  /** How many are at work. */
  public int working() {
    return width - places.availablePermits();
  }

  /** How many wait for their turn, about. */
  public int waiting() {
    return places.getQueueLength();
  }

  /** Something to do once it is let in. */
  public interface Work<T> {
    T done();
  }

  /**
   * Does it when it is its turn.
   *
   * @param patience how long to wait for that
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
