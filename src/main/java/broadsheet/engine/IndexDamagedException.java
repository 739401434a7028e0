package broadsheet.engine;

/** Files of the index are damaged. Requests that do not need these files can still be answered. */
public final class IndexDamagedException extends EngineException {
  private static final long serialVersionUID = 1L;

  public IndexDamagedException(String message) {
    super(message);
  }

  public IndexDamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
