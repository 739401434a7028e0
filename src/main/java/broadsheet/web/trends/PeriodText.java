package broadsheet.web.trends;

import broadsheet.engine.result.Timeline.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Short names of periods. */
final class PeriodText {
  private static final DateTimeFormatter DAY = formatter("d MMM");
  private static final DateTimeFormatter MONTH = formatter("MMM");

  private PeriodText() {}

  /** Without its year, unless it is a year: {@code 26 Feb}, {@code Feb}, {@code 1987}. */
  static String brief(Unit unit, LocalDate start) {
    return switch (unit) {
      case DAY, WEEK -> DAY.format(start);
      case MONTH -> MONTH.format(start);
      case YEAR -> Integer.toString(start.getYear());
    };
  }

  /** The unit as a noun, singular or plural: {@code day}, {@code weeks}. */
  static String noun(Unit unit, long count) {
    return unit.label() + (count == 1 ? "" : "s");
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
