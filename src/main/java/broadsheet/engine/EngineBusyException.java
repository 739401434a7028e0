package broadsheet.engine;

import java.time.Duration;

/** So many others ask for so much that the engine had no time left for this request. */
public final class EngineBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param retryAfter when it may be worth asking again
   */
  public EngineBusyException(Duration retryAfter) {
    super("Too many costly queries are being answered. Try again in a moment.");
    this.retryAfter = retryAfter;
  }

  /** When it may be worth asking again, counted from now. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
