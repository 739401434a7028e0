package broadsheet.web.request;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;

/**
 * Logs each fault once, however many requests run into it, and again if it recurs an hour later.
 * Thread-safe.
 */
public final class FaultLog {
  private static final Duration SILENCE = Duration.ofHours(1);
  private static final int REMEMBERED = 100;

  private final Logger log;

  private final Map<String, Long> told =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  public FaultLog(Logger log) {
    this.log = log;
  }

  /**
   * Logs a fault whose message is enough; messages that differ only in numbers count as one fault,
   * wherever they occur.
   */
  public void expected(String what, Throwable fault) {
    String message = String.valueOf(fault.getMessage());
    if (isNew(message.replaceAll("\\d+", "#"))) {
      log.error("{}: {}", what, message);
    }
  }

  /** Logs a bug, with its stack trace. */
  public void unexpected(String what, Throwable fault) {
    StackTraceElement[] stack = fault.getStackTrace();
    if (isNew(fault.getClass() + (stack.length > 0 ? stack[0].toString() : ""))) {
      log.error(what, fault);
    }
  }

  private synchronized boolean isNew(String key) {
    long now = System.nanoTime();
    Long last = told.get(key);
    if (last != null && now - last < SILENCE.toNanos()) {
      return false;
    }
    told.put(key, now);
    return true;
  }
}
