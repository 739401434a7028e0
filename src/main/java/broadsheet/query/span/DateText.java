package broadsheet.query.span;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and writes years, months, days and spans of time as typed. */
public final class DateText {
  public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  public static final NumberSpan LIMITS =
      new NumberSpan(FIRST_DAY.toEpochDay(), LAST_DAY.toEpochDay());

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:[-/](\\d{1,2})(?:[-/](\\d{1,2}))?)?");
  private static final Pattern PERIOD = Pattern.compile("(\\d{1,4})([dwmyDWMY])");

  private DateText() {}

  /** The days of a year, month or day, counted from 1970; empty when the text is none of these. */
  public static Optional<NumberSpan> days(String typed) {
    Matcher date = DATE.matcher(typed);
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      NumberSpan days = days(Integer.parseInt(date.group(1)), part(date, 2), part(date, 3));
      return days.first() < LIMITS.first() ? Optional.empty() : Optional.of(days);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> part(Matcher date, int group) {
    return Optional.ofNullable(date.group(group)).map(Integer::valueOf);
  }

  private static NumberSpan days(int year, Optional<Integer> month, Optional<Integer> day) {
    if (month.isEmpty()) {
      return days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    YearMonth in = YearMonth.of(year, month.get());
    return day.isEmpty()
        ? days(in.atDay(1), in.atEndOfMonth())
        : days(
            LocalDate.of(year, month.get(), day.get()), LocalDate.of(year, month.get(), day.get()));
  }

  private static NumberSpan days(LocalDate first, LocalDate last) {
    return new NumberSpan(first.toEpochDay(), last.toEpochDay());
  }

  /** The day {@code 7d}, {@code 2w}, {@code 3m} or {@code 1y} before today. */
  public static Optional<LocalDate> ago(String typed, LocalDate today) {
    Matcher matcher = PERIOD.matcher(typed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(matcher.group(1));
    Period period =
        switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
          case "d" -> Period.ofDays(count);
          case "w" -> Period.ofWeeks(count);
          case "m" -> Period.ofMonths(count);
          default -> Period.ofYears(count);
        };
    LocalDate day = today.minus(period);
    return Optional.of(day.isBefore(FIRST_DAY) ? FIRST_DAY : day);
  }

  /** The shortest text for these days: a year or month where they make a whole one. */
  public static String of(LocalDate first, LocalDate last) {
    boolean isFromFirstOfMonth = first.getDayOfMonth() == 1;
    if (isFromFirstOfMonth
        && first.getDayOfYear() == 1
        && last.equals(first.withDayOfYear(first.lengthOfYear()))) {
      return first.toString().substring(0, 4);
    }
    if (isFromFirstOfMonth && last.equals(first.withDayOfMonth(first.lengthOfMonth()))) {
      return first.toString().substring(0, 7);
    }
    return first.equals(last) ? first.toString() : first + ".." + last;
  }
}
