package broadsheet.web.page;

import java.util.Locale;

/** Writes a moment of a recording as clocks do: {@code 12:04}, {@code 1:02:03}. Stateless. */
public final class MomentLabel {
  private static final int MILLIS = 1_000;
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;

  private MomentLabel() {}

  /**
   * The label of a moment.
   *
   * @param millis since the beginning of the recording
   */
  public static String of(int millis) {
    int seconds = millis / MILLIS;
    int minutes = seconds % HOUR / MINUTE;
    return seconds < HOUR
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % MINUTE)
        : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, minutes, seconds % MINUTE);
  }
}
