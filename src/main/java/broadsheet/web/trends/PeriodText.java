package broadsheet.web.trends;

import broadsheet.engine.Timeline.Unit;
import broadsheet.web.page.PrintedDate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a period is called. */
final class PeriodText {
  private static final DateTimeFormatter DAY = formatter("d MMM");
  private static final DateTimeFormatter MONTH = formatter("MMM");
  private static final DateTimeFormatter MONTH_OF_YEAR = formatter("MMMM uuuu");

  private PeriodText() {}

  /**
   * Whole: {@code 26 February 1987}, {@code week of 23 February 1987}, {@code February 1987},
   * {@code 1987}.
   */
  static String of(Unit unit, LocalDate start) {
    return switch (unit) {
      case DAY -> PrintedDate.of(start);
      case WEEK -> "week of " + PrintedDate.of(start);
      case MONTH -> MONTH_OF_YEAR.format(start);
      case YEAR -> Integer.toString(start.getYear());
    };
  }

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
    return TrendParameters.label(unit) + (count == 1 ? "" : "s");
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
