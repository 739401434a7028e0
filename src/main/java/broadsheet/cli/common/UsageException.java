package broadsheet.cli.common;

import org.jspecify.annotations.Nullable;

/** A command cannot be run as given. The message is one line of advice. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
