package broadsheet.desk;

import org.jspecify.annotations.Nullable;

/** What is kept on a desk is damaged or lost. Other failures may pass, such as a full disk. */
public final class DamagedDeskException extends DeskException {

  private static final long serialVersionUID = 1L;

  public DamagedDeskException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
