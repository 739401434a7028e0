package broadsheet.web.page;

import broadsheet.address.ArticleAddress;
import broadsheet.address.SearchParameters;
import broadsheet.article.Moment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The moment at which the recording of a hit says what was found.
 *
 * @param label as in {@code 12:04}
 * @param href the article at that time
 */
public record HitMoment(String label, String href) {
  private static final int MILLIS = 1_000;
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;

  /** The moment in seconds, as JSON has it. */
  public static double seconds(Moment moment) {
    return moment.start() / (double) MILLIS;
  }

  /**
   * The moment of a hit or line; null if it has none.
   *
   * @param at in seconds
   */
  public static @Nullable HitMoment of(String id, @Nullable Double at, SearchParameters search) {
    return at == null
        ? null
        : new HitMoment(
            clock((int) Math.round(at * MILLIS)), ArticleAddress.at(id, at.intValue(), search));
  }

  /**
   * Writes a moment of a recording as clocks do: {@code 12:04}, {@code 1:02:03}.
   *
   * @param millis since the beginning of the recording
   */
  public static String clock(int millis) {
    int seconds = millis / MILLIS;
    int minutes = seconds % HOUR / MINUTE;
    return seconds < HOUR
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % MINUTE)
        : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, minutes, seconds % MINUTE);
  }
}
