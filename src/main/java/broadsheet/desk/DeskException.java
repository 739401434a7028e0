package broadsheet.desk;

import org.jspecify.annotations.Nullable;

/** What readers keep cannot be read or stored. The message says why and what to do, in one line. */
public class DeskException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeskException(String message) {
    super(message);
  }

  public DeskException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
