package broadsheet.opensearch.desk;

import broadsheet.desk.DeskException;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearches;
import broadsheet.opensearch.desk.SearchesDocument.Hold;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saved searches that are held: a thread says several times within a lease that this process lives.
 * A process that is killed says nothing more, and after a lease others go on.
 */
final class HeldSearches implements SavedSearches.Held {

  private static final Logger LOG = LoggerFactory.getLogger(HeldSearches.class);

  /** How often it is said in the time of a lease. */
  private static final int BEATS = 5;

  private final DeskIndex index;
  private final String holder;
  private final List<SavedSearch> searches;
  private final ScheduledExecutorService beating;
  private final ScheduledFuture<?> next;

  /**
   * @param holder by whose name they are held already
   */
  HeldSearches(DeskIndex index, String holder, List<SavedSearch> searches, Duration lease) {
    this.index = index;
    this.holder = holder;
    this.searches = List.copyOf(searches);
    beating =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("searches-held").factory());
    long pause = lease.toMillis() / BEATS;
    next = beating.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
  }

  @Override
  public List<SavedSearch> searches() {
    return searches;
  }

  private void beat() {
    try {
      change(Hold::beaten);
    } catch (RuntimeException e) {
      LOG.warn("Saved searches may change during this update: {}", e.getMessage());
    }
  }

  /** What becomes of the hold. */
  private interface Change {
    Hold of(Hold hold);
  }

  /** Returns whether they were still held. */
  private boolean change(Change change) {
    return index.change(
        SearchesDocument.ID,
        document -> {
          Hold hold = SearchesDocument.hold(document);
          if (!hold.holder().equals(holder)) {
            return false;
          }
          SearchesDocument.write(SearchesDocument.searches(document), change.of(hold), document);
          return true;
        });
  }

  @Override
  public void close() {
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
