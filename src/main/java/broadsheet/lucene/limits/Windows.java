package broadsheet.lucene.limits;

import java.io.IOException;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.util.Bits;

/**
 * Scores a segment in windows and checks the deadline between them. A window is sized to take about
 * a millisecond, so that a deadline is kept closely however expensive a query is, at hardly any
 * cost to a cheap one.
 */
final class Windows {

  private static final int LARGEST = 1 << 14;
  private static final int GROWTH = 4;
  private static final long SHORT_NANOS = 500_000;
  private static final long LONG_NANOS = 2_000_000;

  private final BulkScorer scorer;
  private final Deadline deadline;
  private int window;

  /**
   * @param first the size of the first window, in articles
   */
  Windows(BulkScorer scorer, Deadline deadline, int first) {
    this.scorer = scorer;
    this.deadline = deadline;
    window = first;
  }

  /**
   * Scores the articles from {@code first} up to, but not including, {@code end}.
   *
   * @throws OutOfTime when the deadline passes; what was collected by then is kept
   */
  void score(LeafCollector collector, Bits live, int first, int end) throws IOException {
    int from = first;
    while (from < end) {
      deadline.require();
      int to = (int) Math.min((long) from + window, end);
      long startedAt = System.nanoTime();
      from = scorer.score(collector, live, from, to);
      fit(System.nanoTime() - startedAt);
    }
  }

  private void fit(long took) {
    if (took < SHORT_NANOS) {
      window = Math.min(LARGEST, window * GROWTH);
    } else if (took > LONG_NANOS) {
      window = (int) Math.max(1, window * LONG_NANOS / took);
    }
  }
}
