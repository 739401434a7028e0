package broadsheet.desk;

import org.jspecify.annotations.Nullable;

/** Something on a desk is missing or not as it was written. */
public final class DeskDamagedException extends DeskException {
  private static final long serialVersionUID = 1L;

  public DeskDamagedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
