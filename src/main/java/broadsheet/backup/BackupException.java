package broadsheet.backup;

import broadsheet.files.FolderException;
import org.jspecify.annotations.Nullable;

/** A backup cannot be made, verified or restored. The message gives the reason and advice. */
public class BackupException extends FolderException {
  private static final long serialVersionUID = 1L;

  public BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
