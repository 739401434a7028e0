package broadsheet.web.trends;

import broadsheet.engine.result.Timeline.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a period is called in brief. */
final class PeriodText {
  private static final DateTimeFormatter DAY = formatter("d MMM");
  private static final DateTimeFormatter MONTH = formatter("MMM");

  private PeriodText() {}

  /** Without its year, but for a year: {@code 26 Feb}, {@code Feb}, {@code 1987}. */
  static String brief(Unit unit, LocalDate start) {
    return switch (unit) {
      case DAY, WEEK -> DAY.format(start);
      case MONTH -> MONTH.format(start);
      case YEAR -> Integer.toString(start.getYear());
    };
  }

  /** In a sentence, of one or of several: {@code day}, {@code weeks}. */
  static String noun(Unit unit, long count) {
    return unit.label() + (count == 1 ? "" : "s");
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
