package broadsheet.corpus.collection;

import broadsheet.corpus.date.ReadDate;
import broadsheet.corpus.date.WrittenDate;
import broadsheet.corpus.text.CleanText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of Reuters-21578, {@code 26-FEB-1987 15:01:01.79}, which state no time zone.
 * About three hundred are written in other ways; each of these gets a remark. The date may be
 * followed by the code of a desk. A date that is followed by a sentence is a guess and is not used.
 */
public final class ReutersDate {
  private static final Pattern REGULAR =
      Pattern.compile(" *\\d{1,2}-[A-Z]{3}-\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d\\d");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<day>\\d{1,2})-(?<month>[A-Za-z]{3})-(?<year>\\d{4})"
              + "(?: (?<hour>\\d+):(?<minute>\\d+):(?<second>\\d+)(?:\\.(?<fraction>\\d{1,9}))?)?"
              + "(?<rest>.*)");

  private static final Pattern DESKS = Pattern.compile("(?: ?[A-Z]{1,2}\\b)*");

  private ReutersDate() {}

  /**
   * Reads the date of a story.
   *
   * @param raw the element's text, with character references resolved
   */
  public static ReadDate read(String raw) {
    String text = CleanText.line(raw);
    Matcher m = DATE.matcher(text);
    if (!m.matches()) {
      return text.isEmpty() ? ReadDate.none() : ReadDate.unknown(ReadDate.NOT_UNDERSTOOD, text);
    }
    if (!DESKS.matcher(m.group("rest")).matches()) {
      return ReadDate.unknown(ReadDate.NOT_UNDERSTOOD, text);
    }
    try {
      ReadDate read = timed(day(m), m, text);
      boolean isAsItShouldBe = REGULAR.matcher(raw).matches() || !read.remark().isEmpty();
      return isAsItShouldBe ? read : read.repaired(text);
    } catch (DateTimeException e) {
      return ReadDate.unknown(ReadDate.NOT_UNDERSTOOD, text);
    }
  }

  private static LocalDate day(Matcher m) {
    return LocalDate.of(
        Integer.parseInt(m.group("year")),
        WrittenDate.month(m.group("month")),
        Integer.parseInt(m.group("day")));
  }

  private static ReadDate timed(LocalDate day, Matcher m, String text) {
    if (m.group("hour") == null) {
      return ReadDate.stated(day.toString());
    }
    try {
      LocalTime time = LocalTime.of(number(m, "hour"), number(m, "minute"), number(m, "second"));
      String fraction = m.group("fraction") == null ? "" : "." + m.group("fraction");
      return ReadDate.stated(
          String.format(
              Locale.ROOT,
              "%sT%02d:%02d:%02d%s",
              day,
              time.getHour(),
              time.getMinute(),
              time.getSecond(),
              fraction));
    } catch (DateTimeException | NumberFormatException e) {
      return ReadDate.dayOnly(day, text);
    }
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }
}
