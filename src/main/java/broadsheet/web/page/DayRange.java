package broadsheet.web.page;

import broadsheet.engine.result.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** A range of days, both ends included. */
public record DayRange(LocalDate first, LocalDate last) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH_OF_YEAR =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /** The days of a period. */
  public static DayRange of(LocalDate first, Timeline.Unit period) {
    return new DayRange(first, period.endOf(first));
  }

  /** Whether these are all the days of one month, or of one year. */
  public boolean isWhole() {
    return Stream.of(Timeline.Unit.MONTH, Timeline.Unit.YEAR)
        .anyMatch(period -> equals(of(period.startOf(first), period)));
  }

  /**
   * The shortest form in print: {@code 1963 – 2023}, {@code 1987}, {@code February – October 1987},
   * {@code March 2022} or a single day.
   */
  public String printed() {
    if (first.equals(last)) {
      return DateLabel.of(first);
    }
    if (YearMonth.from(first).equals(YearMonth.from(last))) {
      return MONTH_OF_YEAR.format(first);
    }
    if (isWhole()) {
      return Integer.toString(first.getYear());
    }
    return first.getYear() == last.getYear()
        ? MONTH.format(first) + " – " + MONTH_OF_YEAR.format(last)
        : first.getYear() + " – " + last.getYear();
  }
}
