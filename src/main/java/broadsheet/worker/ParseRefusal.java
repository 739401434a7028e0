package broadsheet.worker;

import java.io.Serial;

/** Says why a task does not parse a file. Frequent and expected, so it has no stack trace. */
public final class ParseRefusal extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean isSkipped;
  private final String detail;

  private ParseRefusal(boolean isSkipped, String reason, String detail) {
    super(reason, null, false, false);
    this.isSkipped = isSkipped;
    this.detail = detail;
  }

  /** The file is sound and has nothing to read. */
  public static ParseRefusal skipped(String reason) {
    return new ParseRefusal(true, reason, "");
  }

  /** The file cannot be read. */
  public static ParseRefusal failed(String reason, String detail) {
    return new ParseRefusal(false, reason, detail);
  }

  Answer.Failure answer() {
    return new Answer.Failure(isSkipped, String.valueOf(getMessage()), detail);
  }
}
