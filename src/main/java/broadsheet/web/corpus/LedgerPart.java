package broadsheet.web.corpus;

import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A part of the ledger that is listed by itself. */
enum LedgerPart {
  FAILED("Failed"),
  SKIPPED("Skipped"),
  DUPLICATE("Duplicates"),
  NOTES("Notes"),
  FILES("All files");

  private final String heading;

  LedgerPart(String heading) {
    this.heading = heading;
  }

  /** What stands over it. */
  String heading() {
    return heading;
  }

  /** The name in an address. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome its entries have; empty for the list of files. */
  Optional<Outcome> outcome() {
    return switch (this) {
      case FAILED -> Optional.of(Outcome.FAILED);
      case SKIPPED -> Optional.of(Outcome.SKIPPED);
      case DUPLICATE -> Optional.of(Outcome.DUPLICATE);
      case NOTES -> Optional.of(Outcome.REMARKED);
      case FILES -> Optional.empty();
    };
  }

  /** How many entries it has. */
  long count(LedgerTotals totals) {
    return switch (this) {
      case FAILED -> totals.failed();
      case SKIPPED -> totals.skipped();
      case DUPLICATE -> totals.duplicates();
      case NOTES -> totals.remarked();
      case FILES -> totals.files();
    };
  }

  /** The part of that name; empty if there is none. */
  static Optional<LedgerPart> named(String label) {
    return Arrays.stream(values()).filter(part -> part.label().equals(label)).findFirst();
  }

  /** The names, as part of a sentence. */
  static String names() {
    return Arrays.stream(values()).map(LedgerPart::label).collect(Collectors.joining(", "));
  }
}
