package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps other machines from writing an archive: a document that names the holder, who renews it
 * several times within a lease. Each machine trusts its own clock alone. Thread-safe.
 */
final class ArchiveHold implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveHold.class);

  /** Long enough to replace a node that is lost, meanwhile nothing can be renewed. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final String ID = "hold";
  private static final String CONTENT = "content";
  private static final String HOLDER = "holder";
  private static final String BEAT = "beat";

  /** The number of renewals within a lease. */
  private static final int BEATS = 24;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Documents documents;
  private final String holder;
  private final Duration lease;
  private final ScheduledExecutorService beating;
  private final ScheduledFuture<?> next;
  private volatile long lastBeat = System.nanoTime();
  private volatile boolean isLost;

  private ArchiveHold(Documents documents, String holder, Duration lease) {
    this.documents = documents;
    this.holder = holder;
    this.lease = lease;
    beating =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("archive-held").factory());
    long pause = lease.toMillis() / BEATS;
    next = beating.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
  }

  /**
   * Takes the hold, at once where nobody has it or the same holder did; from another one who is
   * silent after a lease.
   *
   * @param holder names this machine's folder, which one process at a time uses
   * @throws EngineException when another machine renews it
   */
  static ArchiveHold take(Documents documents, String holder, Duration lease) {
    Optional<State> last = Optional.empty();
    long since = System.nanoTime();
    while (true) {
      Optional<Documents.Document> found = documents.get(ID);
      Optional<State> other =
          found.map(State::of).filter(state -> !state.isFree() && !state.holder().equals(holder));
      if (other.isEmpty() || (other.equals(last) && passed(since, lease))) {
        State taken = new State(holder, found.map(State::of).map(State::beat).orElse(0L) + 1);
        if (documents.put(ID, found.map(Documents.Document::version), taken.document())) {
          return new ArchiveHold(documents, holder, lease);
        }
      } else if (other.equals(last)) {
        ClusterHttp.pause(PAUSE);
      } else if (last.isEmpty()) {
        LOG.info("Another machine was writing this archive: waiting whether it still does.");
        last = other;
        since = System.nanoTime();
      } else {
        throw new EngineException(
            "Another machine is writing this archive. Wait until it is done, then run the same"
                + " command again.");
      }
    }
  }

  private static boolean passed(long since, Duration time) {
    return System.nanoTime() - since > time.toNanos();
  }

  private record State(String holder, long beat) {

    static State of(Documents.Document document) {
      return new State(
          document.content().path(CONTENT).path(HOLDER).asText(),
          document.content().path(CONTENT).path(BEAT).asLong());
    }

    boolean isFree() {
      return holder.isEmpty();
    }

    ObjectNode document() {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.putObject(CONTENT).put(HOLDER, holder).put(BEAT, beat);
      return document;
    }
  }

  private void beat() {
    try {
      long now = System.nanoTime();
      if (change(holder)) {
        lastBeat = now;
      }
    } catch (EngineException e) {
      LOG.debug("The hold of the archive was not renewed.", e); // require() tells
    }
  }

  /** Writes the next state if this one still holds. */
  private boolean change(String next) {
    Optional<Documents.Document> found = documents.get(ID);
    Optional<State> held = found.map(State::of).filter(state -> state.holder().equals(holder));
    isLost = held.isEmpty();
    return held.isPresent()
        && documents.put(
            ID,
            found.map(Documents.Document::version),
            new State(next, held.get().beat() + 1).document());
  }

  /**
   * Does nothing while no other machine can have taken the hold.
   *
   * @throws EngineException when one may have
   */
  void require() {
    if (isLost || passed(lastBeat, lease)) {
      throw new EngineException(
          "This machine could not reach the cluster for so long that another one may be writing the"
              + " archive. Run the same command again.");
    }
  }

  /** Renews the hold no more, as a killed process does not. */
  void stopBeating() {
    next.cancel(false);
    beating.shutdown();
    try {
      beating.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets others write. */
  @Override
  public void close() {
    stopBeating();
    try {
      change("");
    } catch (EngineException e) {
      LOG.info("Other machines can write this archive in {} s.", lease.toSeconds());
    }
  }
}
