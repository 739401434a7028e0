package broadsheet.worker;

import java.time.Duration;

/**
 * The memory and time that a worker may take.
 *
 * @param heapMb the size of its heap
 * @param patience the longest that it may work without an answer
 * @param longest the longest that it may work on one file
 */
public record WorkerLimits(int heapMb, Duration patience, Duration longest) {
  public static final WorkerLimits USUAL =
      new WorkerLimits(384, Duration.ofSeconds(60), Duration.ofMinutes(10));

  public WorkerLimits {
    if (heapMb < 16 || patience.isNegative() || longest.compareTo(patience) < 0) {
      throw new IllegalArgumentException(heapMb + " MB, " + patience + ", " + longest);
    }
  }
}
