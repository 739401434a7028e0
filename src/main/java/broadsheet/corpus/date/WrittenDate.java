package broadsheet.corpus.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates whose month is a word: in English, as in RFC 1123 and in print, otherwise in any
 * known language.
 */
public final class WrittenDate {
  private static final List<String> MONTHS =
      List.of(
          ("january february march april may june july august september october november"
                  + " december")
              .split(" ", -1));

  private static final int SHORTEST_MONTH = 3;

  private static final String BEFORE =
      "(?i:(?:published|posted)(?: on)?:? )?(?:(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?i: morning|"
          + " evening| afternoon)?[.,]{0,2} )?";

  private static final String MONTH = "(?<month>[A-Za-z]{3,9})\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String AFTER =
      "(?:(?::|(?:,| at|,? [-–|])? )" + ClockTime.PATTERN + "(?: \\([A-Za-z ]+\\))?)?";

  private static final List<Pattern> DAYS =
      List.of(
          Pattern.compile(
              BEFORE + DAY + "\\.?(?: of)?[ /-]" + MONTH + ",?[ /-](?<year>\\d{4})" + AFTER),
          Pattern.compile(BEFORE + MONTH + "[ -]" + DAY + ",?[ -](?<year>\\d{4})" + AFTER),
          Pattern.compile(
              BEFORE + MONTH + " " + DAY + " " + ClockTime.PATTERN + " (?<year>\\d{4})"));

  private static final Pattern MONTH_ALONE = Pattern.compile(MONTH + ",? (?<year>\\d{4})");

  private WrittenDate() {}

  /**
   * @param text with ASCII digits
   * @param original with its original digits
   * @throws java.time.DateTimeException if there is no such day
   */
  static ReadDate read(String text, String original) {
    for (Pattern pattern : DAYS) {
      Matcher m = pattern.matcher(text);
      if (m.matches()) {
        int month = month(m.group("month"));
        if (month > 0) {
          return ClockTime.on(day(m, month), m, text);
        }
      }
    }
    Matcher m = MONTH_ALONE.matcher(text);
    int month = m.matches() ? month(m.group("month")) : 0;
    return month > 0
        ? ReadDate.stated(YearMonth.of(Integer.parseInt(m.group("year")), month).toString())
        : WorldDate.read(text, original);
  }

  /** The number of a month by its English name or abbreviation; 0 for any other word. */
  public static int month(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (small.length() >= SHORTEST_MONTH && MONTHS.get(i).startsWith(small)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static LocalDate day(Matcher m, int month) {
    return LocalDate.of(Integer.parseInt(m.group("year")), month, Integer.parseInt(m.group("day")));
  }
}
