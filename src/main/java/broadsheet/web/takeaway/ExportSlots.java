package broadsheet.web.takeaway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Limits the share of the server that exports and batches take. Only a fixed number run in
 * parallel. Only a few of these hold a turn, which an export needs to read and format articles; the
 * rest wait for a turn or for their client. While any ordinary request is being answered, turns are
 * short, and a quarter of the time is left free. Thread-safe.
 */
public final class ExportSlots {

  /** The time after which a refused client should try again. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  /** Long enough that the small cost of passing a turn on does not matter. */
  private static final long TURN_NANOS = 20_000_000;

  /** A turn while others are being served, about as long as a results page takes. */
  private static final long SHORT_TURN_NANOS = 2_000_000;

  /** Upper bound of a rest, since processor time taken by others need not be given back. */
  private static final long LONGEST_REST_NANOS = 2_000_000;

  private final int most;
  private final Semaphore slots;
  private final Semaphore turns;
  private final IntSupplier ordinaryRequests;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong rests = new AtomicLong();

  /**
   * @param most the most exports to run in parallel, at least 1
   * @param workers the most of them to hold a turn, at least 1
   * @param ordinaryRequests the number of other requests being answered right now
   */
  public ExportSlots(int most, int workers, IntSupplier ordinaryRequests) {
    this.most = most;
    slots = new Semaphore(most);
    turns = new Semaphore(workers, true);
    this.ordinaryRequests = ordinaryRequests;
  }

  /** Slots that leave one processor to ordinary requests, if there are several. */
  public static ExportSlots besideOthers(int most, IntSupplier ordinaryRequests) {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return new ExportSlots(most, workers, ordinaryRequests);
  }

  /** The number of exports running. */
  public int running() {
    return most - slots.availablePermits();
  }

  /** The number of exports that hold a turn. */
  int working(int workers) {
    return workers - turns.availablePermits();
  }

  /** The number of exports refused since the start. */
  public long refused() {
    return refused.get();
  }

  /** The number of times a turn rested because an ordinary request was being answered. */
  long rests() {
    return rests.get();
  }

  /**
   * Takes a slot and waits for a turn.
   *
   * @return empty when all slots are taken
   */
  public Optional<Slot> take() {
    if (!slots.tryAcquire()) {
      refused.incrementAndGet();
      return Optional.empty();
    }
    return Optional.of(new Slot());
  }

  /** An action that waits for the client. */
  public interface Waiting<E extends Exception> {
    void run() throws E;
  }

  /** The slot of one export. It holds a turn except while it waits. Confined to one thread. */
  public final class Slot implements AutoCloseable {
    private long turnBegan;

    private Slot() {
      beginTurn();
    }

    private void beginTurn() {
      turns.acquireUninterruptibly();
      turnBegan = System.nanoTime();
    }

    /** Passes the turn on if it has lasted long enough. Cheap enough to call for every article. */
    public void yieldInTime() {
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

    /** Rests without giving up the turn. A virtual thread frees its processor only by parking. */
    private void rest(long nanos) {
      if (nanos > 1) {
        rests.incrementAndGet();
      }
      LockSupport.parkNanos(nanos);
    }

    /** Gives up the turn while waiting for the client. */
    public <E extends Exception> void without(Waiting<E> waiting) throws E {
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
