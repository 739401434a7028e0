package broadsheet.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long one search may take; for the commands that search. */
final class TimeLimit {

  private static final double SHORTEST = 0.1;
  private static final double LONGEST = 3_600;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description =
          "How long one search may take, from 0.1 to 3600; then it shows the best of what it has"
              + " found by then. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  /**
   * The time from a request to its answer.
   *
   * @throws UsageException when it is out of range
   */
  Duration duration() {
    if (!(seconds >= SHORTEST && seconds <= LONGEST)) {
      throw new UsageException("--time-limit takes seconds from 0.1 to 3600, not " + seconds, null);
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
