package broadsheet.indexing;

import broadsheet.corpus.Corpus.CorpusSize;
import broadsheet.corpus.record.Ledger;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of an indexing, its speed and the time left: as a bar on a terminal, otherwise
 * as a line every few seconds.
 */
public final class Progress implements AutoCloseable {

  private static final Duration BAR_EVERY = Duration.ofMillis(200);
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);
  private static final long MEGABYTE = 1_000_000;

  private final Runnable end;

  private Progress(Runnable end) {
    this.end = end;
  }

  public enum Display {
    NONE,
    LINES,
    BAR
  }

  static Progress none() {
    return new Progress(() -> {});
  }

  /** Starts showing progress, until closed. */
  static Progress of(CorpusSize size, Ledger ledger, PrintWriter err, Display display) {
    ProgressBar bar = display == Display.BAR ? bar(size) : null;
    Shown shown = new Shown(ledger, size, err, bar, System.nanoTime());
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    // At a fixed rate, all lines that were missed while the machine slept would be printed in a
    // burst.
    Duration every = bar == null ? LINE_EVERY : BAR_EVERY;
    var showing =
        clock.scheduleWithFixedDelay(
            shown::now, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return new Progress(
        () -> {
          showing.cancel(false);
          clock.shutdownNow();
          if (bar != null) {
            bar.close();
          }
        });
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

  /** The numbers shown at one moment. */
  private record Shown(
      Ledger ledger, CorpusSize size, PrintWriter err, @Nullable ProgressBar bar, long startedAt) {

    void now() {
      LedgerTotals totals = ledger.totals();
      if (bar == null) {
        err.println(line(totals));
      } else {
        bar.stepTo(totals.bytes());
        String file = ledger.currentFile();
        bar.setExtraMessage(
            String.format(
                Locale.ROOT,
                " %,d articles, %s",
                totals.indexed(),
                Printable.line(file.substring(file.lastIndexOf('/') + 1))));
      }
    }

    private String line(LedgerTotals totals) {
      double seconds = Math.max(1, System.nanoTime() - startedAt) / 1e9;
      double perSecond = totals.bytes() / seconds;
      long left = Math.max(0, size.bytes() - totals.bytes());
      return String.format(
          Locale.ROOT,
          "%,d articles, %,d of %,d MB, %,.0f articles/s, %.1f MB/s, %s left, in %s",
          totals.indexed(),
          totals.bytes() / MEGABYTE,
          size.bytes() / MEGABYTE,
          totals.indexed() / seconds,
          perSecond / MEGABYTE,
          perSecond < 1 ? "unknown time" : printed(Duration.ofSeconds((long) (left / perSecond))),
          Printable.line(ledger.currentFile()));
    }

    private static String printed(Duration time) {
      return time.toHours() > 0
          ? String.format(Locale.ROOT, "%s h %02d min", time.toHours(), time.toMinutesPart())
          : String.format(Locale.ROOT, "%s min %02d s", time.toMinutes(), time.toSecondsPart());
    }
  }

  @Override
  public void close() {
    end.run();
  }
}
