package broadsheet.corpus.record;

import broadsheet.ledger.Outcome;
import java.io.Serial;

/** Says why a record gives no article. Frequent and expected, so it has no stack trace. */
public final class NotAnArticle extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final Outcome outcome;
  private final String detail;

  private NotAnArticle(Outcome outcome, String reason, String detail) {
    super(reason, null, false, false);
    this.outcome = outcome;
    this.detail = detail;
  }

  public static NotAnArticle skipped(String reason) {
    return new NotAnArticle(Outcome.SKIPPED, reason, "");
  }

  public static NotAnArticle skipped(String reason, String detail) {
    return new NotAnArticle(Outcome.SKIPPED, reason, detail);
  }

  public static NotAnArticle failed(String reason, String detail) {
    return new NotAnArticle(Outcome.FAILED, reason, detail);
  }

  Outcome outcome() {
    return outcome;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  String detail() {
    return detail;
  }
}
