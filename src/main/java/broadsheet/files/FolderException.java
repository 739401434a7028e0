package broadsheet.files;

import org.jspecify.annotations.Nullable;

/** A folder cannot be made, verified or put in place. The message gives the reason and advice. */
public class FolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
