package broadsheet.web.issues;

import broadsheet.web.issues.IssuesPage.Day;
import broadsheet.web.issues.IssuesPage.Month;
import broadsheet.web.link.IssueAddress;
import broadsheet.web.page.DateLabel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Lays out a year of a newspaper, with the days that have an issue as links. Stateless. */
final class YearCalendar {
  private static final int DAYS_OF_WEEK = 7;
  private static final Day NONE = new Day("", null, "");

  private YearCalendar() {}

  static List<Month> of(String newspaper, int year, Set<LocalDate> issues) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> month(newspaper, YearMonth.of(year, month), issues))
        .toList();
  }

  private static Month month(String newspaper, YearMonth month, Set<LocalDate> issues) {
    List<Day> days = new ArrayList<>();
    for (int i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
      days.add(NONE);
    }
    for (int i = 1; i <= month.lengthOfMonth(); i++) {
      LocalDate day = month.atDay(i);
      String href = issues.contains(day) ? IssueAddress.of(newspaper, day) : null;
      days.add(new Day(Integer.toString(i), href, DateLabel.of(day)));
    }
    while (days.size() % DAYS_OF_WEEK != 0) {
      days.add(NONE);
    }
    List<List<Day>> weeks = new ArrayList<>();
    for (int i = 0; i < days.size(); i += DAYS_OF_WEEK) {
      weeks.add(List.copyOf(days.subList(i, i + DAYS_OF_WEEK)));
    }
    return new Month(month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), weeks);
  }
}
