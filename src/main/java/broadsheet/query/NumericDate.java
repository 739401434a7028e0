package broadsheet.query;

import broadsheet.query.span.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a date in digits: {@code 2013-10-01}, {@code 1987-03}, {@code 25.12.2013}. In {@code
 * 10/01/2013} either number may be the month. Stateless.
 */
final class NumericDate {
  private static final Pattern ISO = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?:(\\d{1,2})([-/.]))?(\\d{1,2})[-/.](\\d{4})");

  private NumericDate() {}

  /**
   * The day of an ISO date, with hyphens; empty for any other text.
   *
   * @param word a whole query
   */
  static Optional<LocalDate> isoDay(String word) {
    return word.length() == "2013-10-01".length() && word.charAt(4) == '-'
        ? of(word).stream().findFirst().map(Days::first)
        : Optional.empty();
  }

  /**
   * The days that a word may mean, the likeliest first: a day before its month, and two days where
   * day and month may be exchanged. Empty where it is no date.
   */
  static List<Days> of(String word) {
    Matcher iso = ISO.matcher(word);
    if (iso.matches() && LoneYear.isYear(iso.group(1))) {
      return days(iso.group(1), iso.group(3), Optional.ofNullable(iso.group(4)));
    }
    Matcher last = YEAR_LAST.matcher(word);
    if (!last.matches() || !LoneYear.isYear(last.group(4))) {
      return List.of();
    }
    String year = last.group(4);
    if (last.group(1) == null) {
      return days(year, last.group(3), Optional.empty());
    }
    List<Days> dayFirst = days(year, last.group(3), Optional.of(last.group(1)));
    return last.group(2).equals(".")
        ? dayFirst
        : either(days(year, last.group(1), Optional.of(last.group(3))), dayFirst);
  }

  /** The days of both where they differ; otherwise the one that is valid. */
  private static List<Days> either(List<Days> monthFirst, List<Days> dayFirst) {
    if (monthFirst.isEmpty() || dayFirst.isEmpty() || monthFirst.equals(dayFirst)) {
      return monthFirst.isEmpty() ? dayFirst : monthFirst;
    }
    return Stream.of(monthFirst, dayFirst).map(List::getFirst).toList();
  }

  private static List<Days> days(String year, String month, Optional<String> day) {
    try {
      YearMonth in = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
      List<Days> days = new ArrayList<>();
      day.map(d -> in.atDay(Integer.parseInt(d))).ifPresent(d -> days.add(new Days(d, d)));
      days.add(Days.of(in));
      return days;
    } catch (DateTimeException e) {
      return List.of();
    }
  }
}
