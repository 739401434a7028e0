package broadsheet.indexing;

import broadsheet.engine.ArticleProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Prints a line of progress every five seconds, from the time it is made. Thread-safe. */
public final class TimedProgress implements ArticleProgress {
  private static final long LINE_EVERY_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final String done;
  private final long startedAt = System.nanoTime();
  private final AtomicLong told = new AtomicLong(startedAt);

  /**
   * @param done what is being done, at the beginning of each line
   */
  public TimedProgress(PrintWriter err, String done) {
    this.err = err;
    this.done = done;
  }

  @Override
  public void reached(long articles, long all) {
    long now = System.nanoTime();
    long before = told.get();
    if (now - before > LINE_EVERY_NANOS && told.compareAndSet(before, now)) {
      double perSecond = articles / ((now - startedAt) / 1e9);
      err.printf(
          Locale.ROOT,
          "%s %,d of %,d articles, %,.1f articles/s, %,.0f s left%n",
          done,
          articles,
          all,
          perSecond,
          (all - articles) / perSecond);
    }
  }
}
