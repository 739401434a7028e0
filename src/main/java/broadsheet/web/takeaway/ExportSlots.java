package broadsheet.web.takeaway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Bounds what exports take from everyone else. No more than a fixed number run at once. Of these
 * only a few hold a turn, which they need to read and format articles; the others wait for their
 * turn or for their client. While any ordinary request is being answered, turns are short, and rest
 * a quarter of the time. Thread-safe.
 */
public final class ExportSlots {

  /** When a client that was refused should come back. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  /** Passing a turn on costs little, but not nothing. */
  private static final long TURN_NANOS = 20_000_000;

  /** A turn while anyone else is served, about as long as a page of results takes. */
  private static final long SHORT_TURN_NANOS = 2_000_000;

  /** Of the time of a processor that others took, nothing is to be given back. */
  private static final long LONGEST_REST_NANOS = 2_000_000;

  private final int most;
  private final Semaphore slots;
  private final Semaphore turns;
  private final IntSupplier ordinaryRequests;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong rests = new AtomicLong();

  /**
   * @param most how many exports may run at once, at least 1
   * @param workers how many of them may hold a turn at once, at least 1
   * @param ordinaryRequests how many requests other than exports are being answered right now
   */
  public ExportSlots(int most, int workers, IntSupplier ordinaryRequests) {
    this.most = most;
    slots = new Semaphore(most);
    turns = new Semaphore(workers, true);
    this.ordinaryRequests = ordinaryRequests;
  }

  /** Leaves a processor to ordinary requests, where there are several. */
  public static ExportSlots besideOthers(int most, IntSupplier ordinaryRequests) {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return new ExportSlots(most, workers, ordinaryRequests);
  }

  /** How many exports are running. */
  public int running() {
    return most - slots.availablePermits();
  }

  /** How many exports hold a turn. */
  int working(int workers) {
    return workers - turns.availablePermits();
  }

  /** How many exports were refused since the start. */
  public long refused() {
    return refused.get();
  }

  /** How often a turn rested because an ordinary request was being answered. */
  long rests() {
    return rests.get();
  }

  /**
   * Takes a slot and waits for a turn.
   *
   * @return empty when all slots are taken
   */
  Optional<Slot> take() {
    if (!slots.tryAcquire()) {
      refused.incrementAndGet();
      return Optional.empty();
    }
    return Optional.of(new Slot());
  }

  /** Something that waits for the client. */
  interface Waiting<E extends Exception> {
    void run() throws E;
  }

  /** The place of one export. It holds a turn except while it waits. For one thread. */
  final class Slot implements AutoCloseable {
    private long turnBegan;

    private Slot() {
      beginTurn();
    }

    private void beginTurn() {
      turns.acquireUninterruptibly();
      turnBegan = System.nanoTime();
    }

    /** Passes the turn on when it has lasted long enough. Cheap enough for every article. */
    void yieldInTime() {
      long worked = System.nanoTime() - turnBegan;
      if (worked < SHORT_TURN_NANOS) {
        return;
      }
      boolean isContended = ordinaryRequests.getAsInt() > 0;
      if (isContended || worked >= TURN_NANOS) {
        rest(isContended ? Math.min(worked / 3, LONGEST_REST_NANOS) : 1);
        turns.release();
        beginTurn();
      }
    }

    /** Keeps the turn meanwhile. A virtual thread gives its processor up only by parking. */
    private void rest(long nanos) {
      if (nanos > 1) {
        rests.incrementAndGet();
      }
      LockSupport.parkNanos(nanos);
    }

    /** Waits for the client without a turn. */
    <E extends Exception> void without(Waiting<E> waiting) throws E {
      turns.release();
      try {
        waiting.run();
      } finally {
        beginTurn();
      }
    }

    @Override
    public void close() {
      turns.release();
      slots.release();
    }
  }
}
