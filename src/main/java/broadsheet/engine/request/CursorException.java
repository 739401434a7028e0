package broadsheet.engine.request;

/** A cursor is malformed or belongs to another search. */
public final class CursorException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public CursorException(String message) {
    super(message);
  }
}
