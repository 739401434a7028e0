package broadsheet.engine;

/**
 * An engine failed for a reason that its user can fix. The message is one line that says what is
 * wrong and what to do.
 */
public class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
