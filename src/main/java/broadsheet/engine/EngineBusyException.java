package broadsheet.engine;

import java.time.Duration;

/** The engine is busy with other requests and had no time left for this one. */
public final class EngineBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param retryAfter the wait before the next try
   */
  public EngineBusyException(Duration retryAfter) {
    super("Too many costly queries are being answered. Try again in a moment.");
    this.retryAfter = retryAfter;
  }

  /** The wait before the next try, from now. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
