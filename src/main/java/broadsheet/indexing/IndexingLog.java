package broadsheet.indexing;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.Corpus.CorpusSize;
import broadsheet.corpus.record.Ledger;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Printable;
import broadsheet.ledger.Source;
import broadsheet.path.PathName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Reports an indexing on standard error.
 *
 * @param err the writer to print to
 * @param display the way to show progress
 */
public record IndexingLog(PrintWriter err, Progress.Display display) {

  /** Number of files and records of one kind that are listed by name; the rest are only counted. */
  private static final int NAMED = 5;

  /** Shows progress until closed. */
  Progress progress(List<Corpus> corpora, Ledger ledger) {
    if (display == Progress.Display.NONE) {
      return Progress.none();
    }
    CorpusSize size =
        corpora.stream().map(Corpus::size).reduce(CorpusSize.NOTHING, CorpusSize::and);
    return Progress.of(size, ledger, err, display);
  }

  /** Warns about missing sources. */
  void missing(List<Source> sources, Path index) {
    for (Source source : sources) {
      String path = Printable.line(source.path());
      err.printf(
          "warning: %s is missing; its articles stay in the index. To remove them:"
              + " ./broadsheet index --forget %s --index %s%n",
          path, PathName.quoted(path), PathName.quoted(index));
    }
  }

  /**
   * Lists the files and records that could not be read properly, a few of each kind by name: the
   * first in the order of their names, whichever were read first.
   */
  void ledger(Ledger ledger) {
    for (Outcome outcome : Outcome.values()) {
      ledger
          .reasons(outcome)
          .forEach(
              (reason, count) -> {
                err.printf(Locale.ROOT, "%s: %,d × %s%n", LedgerLine.label(outcome), count, reason);
                name(ledger, outcome, reason);
              });
    }
  }

  private void name(Ledger ledger, Outcome outcome, String reason) {
    ledger.entries(outcome).stream()
        .filter(entry -> entry.reason().equals(reason))
        .sorted(Comparator.comparing(LedgerEntry::place))
        .limit(NAMED)
        .forEach(entry -> err.println("  " + LedgerLine.place(entry)));
  }

  /** An entry of the ledger as one line. */
  public static final class LedgerLine {
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
}
