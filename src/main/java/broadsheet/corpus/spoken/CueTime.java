package broadsheet.corpus.spoken;

import broadsheet.article.Moment;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of captions as milliseconds. A time before the beginning counts as the beginning. */
final class CueTime {
  /** No time, or one that no recording reaches. */
  static final int NONE = -1;

  /** {@code 00:01:02,500}, {@code 1:02.5}: hours may be left out. */
  static final String CLOCK = "-?(?:\\d{1,9}:)?\\d{1,9}:\\d{1,9}(?:[.,]\\d{1,9})?";

  private static final Pattern PARTS =
      Pattern.compile("(-?)(?:(\\d{1,9}):)?(\\d{1,9}):(\\d{1,9})(?:[.,](\\d{1,9}))?");

  private static final int SECOND = 1_000;
  private static final int MINUTE = 60 * SECOND;
  private static final long HOUR = 60L * MINUTE;

  private CueTime() {}

  /** The time that a clock would show; {@link #NONE} if it is none. */
  static int ofClock(String text) {
    Matcher parts = PARTS.matcher(text.strip());
    if (!parts.matches()) {
      return NONE;
    }
    long hours = parts.group(2) == null ? 0 : Long.parseLong(parts.group(2));
    double fraction = parts.group(5) == null ? 0 : Double.parseDouble("0." + parts.group(5));
    double millis =
        hours * (double) HOUR
            + Long.parseLong(parts.group(3)) * (double) MINUTE
            + (Long.parseLong(parts.group(4)) + fraction) * SECOND;
    return ofMillis(parts.group(1).isEmpty() ? millis : 0);
  }

  static int ofSeconds(double seconds) {
    return ofMillis(seconds * SECOND);
  }

  static int ofMillis(double millis) {
    boolean isTime = millis < Moment.LIMIT;
    return isTime ? (int) Math.round(Math.max(0, millis)) : NONE;
  }
}
