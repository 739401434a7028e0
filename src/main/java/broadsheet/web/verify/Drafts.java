package broadsheet.web.verify;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.SearchEngine;
import broadsheet.verify.ClaimVerification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drafts that readers have checked: in memory alone, each for its owner, for a day at most, and
 * bounded in number and size. A few are checked at a time, and a few more wait. Thread-safe.
 */
final class Drafts {
  private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

  private static final long LONGEST_NANOS = Duration.ofHours(24).toNanos();
  private static final int MOST = 100;
  private static final long MOST_BYTES = 64L << 20;
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 20;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int TRIES = 30;

  private final SearchEngine engine;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Map<String, Draft> all = new LinkedHashMap<>();

  Drafts(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * Keeps a draft and begins to check it.
   *
   * @return whether it is taken; not if too many wait
   */
  boolean start(Draft draft) {
    synchronized (all) {
      if (all.values().stream().filter(Draft::isRunning).count() >= AT_ONCE + MOST_WAITING) {
        return false;
      }
      all.put(draft.id(), draft);
      tidy();
    }
    begin(draft);
    return true;
  }

  private void begin(Draft draft) {
    Thread.ofVirtual().name("verify").start(() -> check(draft));
  }

  /** A draft of a reader, which is checked anew if it shows what the archive no longer shows. */
  Optional<Draft> find(String id, Optional<String> reader) {
    Optional<Draft> found;
    synchronized (all) {
      tidy();
      found = Optional.ofNullable(all.get(id)).filter(draft -> draft.isOf(reader));
    }
    found.filter(draft -> draft.isOutdated(engine) && draft.restart()).ifPresent(this::begin);
    return found;
  }

  /** Drops what is too old, and the oldest of too many. */
  private void tidy() {
    long bytes = all.values().stream().mapToLong(Draft::bytes).sum();
    int left = all.size();
    Iterator<Draft> drafts = List.copyOf(all.values()).iterator();
    while (drafts.hasNext()) {
      Draft draft = drafts.next();
      boolean isTooMuch = left > 1 && (left > MOST || bytes > MOST_BYTES);
      if (draft.ageNanos() > LONGEST_NANOS || isTooMuch) {
        all.remove(draft.id());
        bytes -= draft.bytes();
        left--;
      }
    }
  }

  /** Checks a draft here and now, in its turn. */
  void check(Draft draft) {
    turns.acquireUninterruptibly();
    try {
      List<Integer> done = new ArrayList<>();
      for (int tries = 0; draft.isRunning() && tries < TRIES; tries++) {
        attempt(draft, done);
      }
    } catch (RuntimeException e) {
      // Its message, and those of its causes, may have words of the draft.
      LOG.warn("A draft could not be checked: {}", e.getClass().getSimpleName());
    } finally {
      if (draft.isRunning()) {
        draft.breakOff();
      }
      turns.release();
    }
  }

  private void attempt(Draft draft, List<Integer> done) {
    try {
      new ClaimVerification(engine)
          .check(
              draft.claims().subList(done.size(), draft.claims().size()),
              finding -> {
                draft.add(finding);
                done.add(done.size());
              });
    } catch (EngineBusyException e) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
