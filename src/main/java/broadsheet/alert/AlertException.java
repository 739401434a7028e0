package broadsheet.alert;

/** Saved searches cannot be read or stored. The message says why and what to do, in one line. */
public final class AlertException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AlertException(String message) {
    super(message);
  }

  public AlertException(String message, Throwable cause) {
    super(message, cause);
  }
}
