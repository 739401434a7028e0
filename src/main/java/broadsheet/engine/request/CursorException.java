package broadsheet.engine.request;

/** A cursor that is none, or that another search gave. */
public final class CursorException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public CursorException(String message) {
    super(message);
  }
}
