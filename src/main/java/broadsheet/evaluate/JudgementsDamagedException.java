package broadsheet.evaluate;

/** A file of judgements or topics has something in it that makes no sense. */
public final class JudgementsDamagedException extends JudgingException {
  private static final long serialVersionUID = 1L;

  public JudgementsDamagedException(String message, Throwable cause) {
    super(message, cause);
  }

  public JudgementsDamagedException(String message) {
    super(message);
  }
}
