package broadsheet.indexing;

import broadsheet.corpus.record.Ledger;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Summarizes in one line why files gave no article, for each kind of file. */
final class ReasonsPerKind {
  private static final int MOST_REASONS = 8;
  private static final int MOST_KINDS = 4;
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z]\\w{0,7}(?=(?:#\\d+)?$)");

  private ReasonsPerKind() {}

  /** {@code 25 × binary data (.jpg, .tif); 1 × hidden}; empty if there were none. */
  static String of(Ledger ledger) {
    List<String> reasons = new ArrayList<>();
    for (Outcome outcome : List.of(Outcome.FAILED, Outcome.SKIPPED)) {
      ledger
          .reasons(outcome)
          .forEach((reason, count) -> reasons.add(line(ledger, outcome, reason, count)));
    }
    return reasons.stream().limit(MOST_REASONS).collect(Collectors.joining("; "));
  }

  private static String line(Ledger ledger, Outcome outcome, String reason, long count) {
    String kinds =
        ledger.entries(outcome).stream()
            .filter(entry -> entry.reason().equals(reason))
            .map(LedgerEntry::place)
            .flatMap(place -> EXTENSION.matcher(place).results().map(m -> m.group()))
            .map(extension -> extension.toLowerCase(Locale.ROOT))
            .distinct()
            .limit(MOST_KINDS)
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT, "%,d × %s%s", count, reason, kinds.isEmpty() ? "" : " (" + kinds + ")");
  }
}
