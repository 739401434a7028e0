package broadsheet.evaluate;

/** Judgements cannot be read or stored. The message gives the reason and advice, in one line. */
public class JudgingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JudgingException(String message) {
    super(message);
  }

  public JudgingException(String message, Throwable cause) {
    super(message, cause);
  }
}
