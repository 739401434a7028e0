package broadsheet.lucene.limits;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.QueryTimeout;

/**
 * The deadline of a piece of work. Long work checks now and then whether it {@link #isPast}. On a
 * virtual thread, which is never preempted, the check also lets others run. Not thread-safe.
 */
public final class Deadline implements QueryTimeout {

  /** The time on a virtual thread after which others get a turn. */
  private static final long TURN_NANOS = 2_000_000;

  /** Practically infinite, and safe to add to {@link System#nanoTime}. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 4);

  private final long end;
  private final BooleanSupplier isCancelled;
  private long turnBegan;

  private Deadline(long now, long left, BooleanSupplier isCancelled) {
    end = now + left;
    this.isCancelled = isCancelled;
    turnBegan = now;
  }

  /** A deadline this long from now. */
  public static Deadline in(Duration time) {
    return in(time, () -> false);
  }

  /**
   * A deadline this long from now, or when nobody waits for the work any more.
   *
   * @param isCancelled is asked at each check, so it must be cheap
   */
  public static Deadline in(Duration time, BooleanSupplier isCancelled) {
    Duration bounded = time.compareTo(LONGEST) < 0 ? time : LONGEST;
    return new Deadline(System.nanoTime(), bounded.toNanos(), isCancelled);
  }

  /** A deadline that is never past. */
  public static Deadline none() {
    return in(LONGEST);
  }

  /**
   * An earlier deadline, for a part of the work.
   *
   * @param share the share of the time that is left, 0 to 1
   */
  public Deadline part(double share) {
    long now = System.nanoTime();
    return new Deadline(now, (long) ((end - now) * share), isCancelled);
  }

  /** Whether the time is up. Cheap enough to check for every word or every few articles. */
  public boolean isPast() {
    long now = System.nanoTime();
    if (now - turnBegan > TURN_NANOS && Thread.currentThread().isVirtual()) {
      letOthersRun();
      now = System.nanoTime();
      turnBegan = now;
    }
    return now - end >= 0 || isCancelled.getAsBoolean();
  }

  /** Parks rather than yields: a thread that yields may be resumed before those that wait. */
  private static void letOthersRun() {
    LockSupport.parkNanos(1);
  }

  /**
   * Checks that there is time left.
   *
   * @throws OutOfTime when there is none left
   */
  public void require() {
    if (isPast()) {
      throw new OutOfTime();
    }
  }

  /** The time left; zero when past. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  @Override
  public boolean shouldExit() {
    return isPast();
  }
}
