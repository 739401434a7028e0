package broadsheet.indexing;

import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Printable;
import java.util.Locale;

/** An entry of the ledger as one line. */
public final class LedgerLine {
  private LedgerLine() {}

  /** An outcome as people call it. */
  public static String label(Outcome outcome) {
    return outcome == Outcome.REMARKED ? "note" : outcome.name().toLowerCase(Locale.ROOT);
  }

  /** The place of an entry, with its detail. */
  static String place(LedgerEntry entry) {
    String detail = entry.detail().isEmpty() ? "" : " (" + entry.detail() + ")";
    return Printable.line(entry.place() + detail);
  }
}
