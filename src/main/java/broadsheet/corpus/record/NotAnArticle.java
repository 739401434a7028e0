package broadsheet.corpus.record;

import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.io.Serial;
import java.util.List;

/** Says why a record gives no article. Frequent and expected, so it has no stack trace. */
public final class NotAnArticle extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final Outcome outcome;
  private final String detail;
  private final transient List<ItemName> withdrawn;

  private NotAnArticle(Outcome outcome, String reason, String detail, List<ItemName> withdrawn) {
    super(reason, null, false, false);
    this.outcome = outcome;
    this.detail = detail;
    this.withdrawn = withdrawn;
  }

  /** Requires a title or a text. */
  public static void requireText(String title, List<String> paragraphs) throws NotAnArticle {
    if (title.isEmpty() && paragraphs.isEmpty()) {
      throw skipped("neither title nor body");
    }
  }

  public static NotAnArticle skipped(String reason) {
    return new NotAnArticle(Outcome.SKIPPED, reason, "", List.of());
  }

  public static NotAnArticle skipped(String reason, String detail) {
    return new NotAnArticle(Outcome.SKIPPED, reason, detail, List.of());
  }

  public static NotAnArticle failed(String reason, String detail) {
    return new NotAnArticle(Outcome.FAILED, reason, detail, List.of());
  }

  /**
   * The record is a notice that withdraws an item.
   *
   * @param status the status as the provider states it
   * @param names the names of the item; an empty one counts as none
   */
  public static NotAnArticle withdrawn(String status, List<ItemName> names) {
    return new NotAnArticle(Outcome.SKIPPED, LedgerEntry.WITHDRAWN, status, names);
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

  /** The names of the item that the record withdraws; empty if it is no such notice. */
  List<ItemName> withdrawn() {
    return withdrawn;
  }
}
