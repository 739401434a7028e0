package broadsheet.desk;

/**
 * A change is refused because only the owner may make or permit it. The message explains this to
 * the reader.
 */
public final class NotOwnerException extends DeskException {

  private static final long serialVersionUID = 1L;

  public NotOwnerException(String message) {
    super(message);
  }
}
