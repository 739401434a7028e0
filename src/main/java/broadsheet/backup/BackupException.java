package broadsheet.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be made, verified or restored. The message gives the reason and advice. */
public class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
