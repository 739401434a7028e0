package broadsheet.rights;

/** A file of rights that cannot be read, or says something that cannot hold. */
public final class RightsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param message names the file, the line and the advice
   */
  RightsException(String message) {
    super(message);
  }
}
