package broadsheet.cli.common;

import broadsheet.engine.Engine;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The time limit of one search, for commands that search. */
public final class TimeLimit {

  private static final double SHORTEST = 0.1;
  private static final double LONGEST = 3_600;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "" + Engine.TIME_LIMIT_SECONDS,
      description =
          "The time limit of one search, from 0.1 to 3600; after that it shows the best hits"
              + " found so far. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  /**
   * The time from a request to its answer.
   *
   * @throws UsageException if it is out of range
   */
  public Duration duration() {
    if (!(seconds >= SHORTEST && seconds <= LONGEST)) {
      throw new UsageException("--time-limit takes seconds from 0.1 to 3600, not " + seconds);
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
