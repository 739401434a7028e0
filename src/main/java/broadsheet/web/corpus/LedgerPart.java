package broadsheet.web.corpus;

import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import java.util.Locale;
import java.util.Optional;

/** A part of the ledger with a list of its own. */
enum LedgerPart {
  FAILED("Failed"),
  SKIPPED("Skipped"),
  DUPLICATE("Copies"),
  NOTES("Notes"),
  FILES("All files");

  private final String heading;

  LedgerPart(String heading) {
    this.heading = heading;
  }

  String heading() {
    return heading;
  }

  /** The name in an address. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome of its entries; empty for the list of files. */
  Optional<Outcome> outcome() {
    return switch (this) {
      case FAILED -> Optional.of(Outcome.FAILED);
      case SKIPPED -> Optional.of(Outcome.SKIPPED);
      case DUPLICATE -> Optional.of(Outcome.DUPLICATE);
      case NOTES -> Optional.of(Outcome.REMARKED);
      case FILES -> Optional.empty();
    };
  }

  /** The number of its entries. */
  long count(LedgerTotals totals) {
    return switch (this) {
      case FAILED -> totals.failed();
      case SKIPPED -> totals.skipped();
      case DUPLICATE -> totals.duplicates();
      case NOTES -> totals.remarked();
      case FILES -> totals.files();
    };
  }
}
