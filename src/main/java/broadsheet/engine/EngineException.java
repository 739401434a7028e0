package broadsheet.engine;

/**
 * An engine could not do its work for a reason its user can mend. The message is one line that says
 * what is wrong and what to do.
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
