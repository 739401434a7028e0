package broadsheet.opensearch.desk;

import broadsheet.desk.DeskException;
import broadsheet.desk.DocumentParts;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document that this process holds. A thread renews the hold several times within a lease. A
 * killed process renews nothing, and others can go on after a lease.
 */
final class HeldDocument {

  private static final Logger LOG = LoggerFactory.getLogger(HeldDocument.class);

  /** The number of renewals within a lease. */
  private static final int BEATS = 5;

  private final DeskIndex index;
  private final String id;
  private final String holder;
  private final ScheduledExecutorService beating;
  private final ScheduledFuture<?> next;

  /**
   * @param holder the name under which it is held already
   */
  HeldDocument(DeskIndex index, String id, String holder, Duration lease) {
    this.index = index;
    this.id = id;
    this.holder = holder;
    beating =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("searches-held").factory());
    long pause = lease.toMillis() / BEATS;
    next = beating.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      change(Hold::beaten);
    } catch (RuntimeException e) {
      LOG.warn("Saved searches may change during this update: {}", e.getMessage());
    }
  }

  /**
   * Changes the hold.
   *
   * @return whether the document was still held
   */
  private boolean change(UnaryOperator<Hold> change) {
    return index.change(
        id,
        new DocumentParts(),
        document -> {
          Hold hold = Hold.takenFrom(document);
          boolean isHeld = hold.holder().equals(holder);
          (isHeld ? change.apply(hold) : hold).putInto(document);
          return isHeld;
        });
  }

  /** Lets others change the document. */
  void release() {
    next.cancel(false);
    beating.shutdown();
    try {
      beating.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      if (!change(_ -> Hold.NONE)) {
        LOG.warn(
            "This update stood still for so long that saved searches could change during it. A"
                + " search saved in that time may lack new articles.");
      }
    } catch (DeskException e) {
      LOG.warn("Saved searches cannot be changed for a moment: {}", e.getMessage());
    }
  }
}
