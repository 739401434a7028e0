package broadsheet.desk;

/**
 * A change that lists do not allow: a name that is taken, a note that is too long. The message says
 * what is allowed, and names nothing but what the reader typed.
 */
public final class ListRuleException extends DeskException {

  private static final long serialVersionUID = 1L;

  public ListRuleException(String message) {
    super(message);
  }

  public ListRuleException(String message, Throwable cause) {
    super(message, cause);
  }
}
