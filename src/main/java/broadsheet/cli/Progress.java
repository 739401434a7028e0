package broadsheet.cli;

import broadsheet.corpus.CorpusSize;
import broadsheet.corpus.Ledger;
import broadsheet.corpus.LedgerTotals;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows how far a rebuild is: a bar on a terminal, a line every few seconds elsewhere. */
final class Progress implements AutoCloseable {

  private static final Duration BAR_EVERY = Duration.ofMillis(200);
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);
  private static final long MEGABYTE = 1_000_000;

  private final Ledger ledger;
  private final CorpusSize size;
  private final PrintWriter err;
  private final @Nullable ProgressBar bar;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("progress").factory());
  private final ScheduledFuture<?> showing;

  private Progress(Ledger ledger, CorpusSize size, PrintWriter err, @Nullable ProgressBar bar) {
    this.ledger = ledger;
    this.size = size;
    this.err = err;
    this.bar = bar;
    Duration every = bar == null ? LINE_EVERY : BAR_EVERY;
    showing =
        clock.scheduleAtFixedRate(
            this::show, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Starts showing; until closed. */
  static Progress of(CorpusSize size, Ledger ledger, PrintWriter err) {
    return new Progress(ledger, size, err, Terminal.isErrATerminal() ? bar(size) : null);
  }

  private static ProgressBar bar(CorpusSize size) {
    return new ProgressBarBuilder()
        .setTaskName("Indexing")
        .setInitialMax(size.bytes())
        .setUnit(" MB", MEGABYTE)
        .showSpeed()
        .clearDisplayOnFinish()
        .build();
  }

  private void show() {
    LedgerTotals totals = ledger.totals();
    if (bar == null) {
      err.printf(
          Locale.ROOT,
          "%,d articles, %,d of %,d MB, in %s%n",
          totals.indexed(),
          totals.bytes() / MEGABYTE,
          size.bytes() / MEGABYTE,
          ledger.currentFile());
    } else {
      bar.stepTo(totals.bytes());
      bar.setExtraMessage(String.format(Locale.ROOT, " %,d articles", totals.indexed()));
    }
  }

  @Override
  public void close() {
    showing.cancel(false);
    clock.shutdownNow();
    if (bar != null) {
      bar.close();
    }
  }
}
