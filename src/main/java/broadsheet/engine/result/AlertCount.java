package broadsheet.engine.result;

import java.time.Instant;
import java.util.Optional;

/**
 * The new articles of an alert, counted.
 *
 * @param count their number
 * @param latest when the update began that brought the last of them; empty if there are none
 */
public record AlertCount(long count, Optional<Instant> latest) {

  /** No new articles. */
  public static final AlertCount NONE = new AlertCount(0, Optional.empty());

  /** The articles of two parts of an archive. */
  public AlertCount and(AlertCount other) {
    boolean isLater =
        latest.isEmpty() || other.latest.filter(moment -> moment.isAfter(latest.get())).isPresent();
    return new AlertCount(count + other.count, isLater ? other.latest : latest);
  }
}
