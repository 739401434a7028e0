package broadsheet.backup;

import org.jspecify.annotations.Nullable;

/** Something in a backup is missing or not as it was when the backup was made. */
public final class BackupDamagedException extends BackupException {
  private static final long serialVersionUID = 1L;

  public BackupDamagedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
