package broadsheet.cli;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.Ledger;
import broadsheet.corpus.LedgerTotals;
import broadsheet.corpus.Outcome;
import broadsheet.lucene.index.LuceneIndexingSession;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Reads a corpus into a new index and puts that in the old one's place.
 *
 * @param corpus what is read
 * @param index the folder of the index
 */
record Rebuild(Corpus corpus, Path index) {

  /** How many files and records of one kind are named before the rest is only counted. */
  private static final int NAMED = 5;

  /** What a rebuild came to. */
  record Outcomes(LedgerTotals totals, Duration took) {

    double seconds() {
      return Math.max(1, took.toMillis()) / 1_000.0;
    }

    double articlesPerSecond() {
      return totals.indexed() / seconds();
    }

    double megabytesPerSecond() {
      return totals.bytes() / 1e6 / seconds();
    }
  }

  /**
   * Does it.
   *
   * @param err where progress and remarks are told
   */
  Outcomes run(PrintWriter err) {
    long startedAt = System.nanoTime();
    Ledger ledger = new Ledger();
    try (LuceneIndexingSession session = LuceneIndexingSession.open(index)) {
      try (Progress _ = Progress.of(corpus.size(), ledger, err)) {
        corpus.read(session::add, ledger);
      }
      requireArticles(ledger);
      session.commit(
          corpus.roots().stream().map(r -> r.toAbsolutePath().normalize().toString()).toList());
      session
          .rejected()
          .forEach((id, reason) -> ledger.remark(id, "article that cannot be indexed", reason));
    }
    tell(ledger, err);
    return new Outcomes(ledger.totals(), Duration.ofNanos(System.nanoTime() - startedAt));
  }

  /** A mistyped path must not put an empty index in the place of a full one. */
  private void requireArticles(Ledger ledger) {
    LedgerTotals totals = ledger.totals();
    if (totals.indexed() == 0) {
      String message =
          String.format(
              Locale.ROOT,
              "No article was found in %s (%,d skipped, %,d failed); the index in %s is as it was."
                  + " Name a file or folder of articles.",
              corpus.roots(),
              totals.skipped(),
              totals.failed(),
              index);
      throw new UsageException(message, null);
    }
  }

  private static void tell(Ledger ledger, PrintWriter err) {
    for (Outcome outcome : List.of(Outcome.REMARKED, Outcome.SKIPPED, Outcome.FAILED)) {
      ledger
          .reasons(outcome)
          .forEach(
              (reason, count) -> {
                err.printf(Locale.ROOT, "%s: %,d × %s%n", label(outcome), count, reason);
                name(ledger, outcome, reason, err);
              });
    }
  }

  private static void name(Ledger ledger, Outcome outcome, String reason, PrintWriter err) {
    ledger.entries(outcome).stream()
        .filter(entry -> entry.reason().equals(reason))
        .limit(NAMED)
        .forEach(
            entry ->
                err.println(
                    "  "
                        + entry.place()
                        + (entry.detail().isEmpty() ? "" : " (" + entry.detail() + ")")));
  }

  private static String label(Outcome outcome) {
    return switch (outcome) {
      case REMARKED -> "note";
      case SKIPPED -> "skipped";
      case FAILED -> "failed";
    };
  }
}
