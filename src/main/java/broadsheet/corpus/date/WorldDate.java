package broadsheet.corpus.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates in languages other than English: with a month name, or with the characters for year,
 * month and day. Digits must be ASCII.
 */
final class WorldDate {
  private static final int LONGEST = 80;

  private static final String WEEKDAY =
      "(?:(?<week>\\p{L}[\\p{L}\\p{M}.,'’ -]{1,24}?)(?:[,،] ?| ))?";
  private static final String MONTH =
      "(?<month>\\p{L}[\\p{L}\\p{M}.'’ ]{1,24}?)(?:/\\p{L}[\\p{L}\\p{M} ]{1,20})?";
  private static final String DAY =
      "(?:ika-)?(?<day>\\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?(?:-?[aeoáé]n?)?"
          + "(?: de| of| di| ng| ta['’]| d['’])?";

  /** "Of the year", and of the common era, in short. */
  private static final String AFTER_YEAR =
      "(?:[ -]?(?:г|года|год|року|р|ж|жыл|y|yil|il|წ|թ|մ|م|مـ|ميلادية?|ء|BE|B\\.E|AD|CE)"
          + "(?!\\p{L})\\.?)?";

  private static final String YEAR = "(?<year>\\d{4})" + AFTER_YEAR;

  /** The same after a year that comes first. */
  private static final String FIRST_YEAR =
      "(?<year>\\d{4})(?:[.,]|(?:\\. |["
          + " -])?(?:\\(?e?\\)?ko|m\\.|gada|წლის|թ\\.|թվականի|жылғы|жылдын|yil|йил))?";

  private static final String BEFORE_TIME =
      "(?:[,،]|,? ?[-–|/]| (?:a"
          + " las|às|as|alle|ore|um|at|klo|kl|godz|la|pukul|à|a|o|om|v|о|в|u|الساعة|ساعت"
          + "|เวลา)\\.?){0,3}";
  private static final String AFTER =
      "(?:"
          + BEFORE_TIME
          + " ?"
          + ClockTime.PATTERN
          + "(?: ?(?:Uhr|uur|h|WIB|WITA|WIT|น|МСК))?\\.?(?: \\([^()]*\\))?)?";

  private static final String TIME_IN_SIGNS =
      "(?: ?[（(][^（()）]{1,4}[)）])?(?: ?" + ClockTime.PATTERN + ")?";

  /** With a month name. */
  private static final List<Pattern> NAMED =
      List.of(
          Pattern.compile(
              WEEKDAY + DAY + "[ -]?" + MONTH + "\\.?,?(?: de| del)?[ -]" + YEAR + AFTER),
          Pattern.compile(WEEKDAY + MONTH + "\\.? " + DAY + ",? " + YEAR + AFTER),
          Pattern.compile(
              FIRST_YEAR
                  + "[ /-]"
                  + MONTH
                  + "\\.?[ /-](?<day>\\d{1,2})(?:\\.| ?d\\.?|an?)?"
                  + AFTER),
          Pattern.compile(FIRST_YEAR + " (?<day>\\d{1,2})(?:\\. |[. -])" + MONTH + AFTER),
          Pattern.compile(MONTH + "\\.?,?(?: de| del)? " + YEAR));

  /** With a month number. */
  private static final List<Pattern> NUMBERED =
      List.of(
          Pattern.compile(
              "(?:(?<era>"
                  + OtherCalendar.ERA_NAMES
                  + ") ?)?(?<year>\\d{1,4}|元) ?[年년] ?(?<month>\\d{1,2}) ?[月월]"
                  + "(?: ?(?<day>\\d{1,2}) ?[日号號일])?"
                  + TIME_IN_SIGNS),
          Pattern.compile(
              "(?<era>"
                  + OtherCalendar.ERA_NAMES
                  + ") ?(?<year>\\d{1,3}|元)(?<mark>[./．／・-])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})"
                  + TIME_IN_SIGNS),
          Pattern.compile(
              WEEKDAY
                  + "(?<day>\\d{1,2}) tháng (?<month>\\d{1,2})(?:,| năm)? (?<year>\\d{4})"
                  + AFTER));

  private static final Pattern CLOCK_SIGNS =
      Pattern.compile("(\\d{1,2})[時时시] ?(\\d{1,2})[分분](?: ?\\d{1,2}[秒초])?$");

  private WorldDate() {}

  /**
   * @param original the text with its original digits, which reveal the calendar
   * @throws java.time.DateTimeException if there is no such day
   */
  static ReadDate read(String text, String original) {
    String clean = CLOCK_SIGNS.matcher(HanNumber.asDigits(text)).replaceFirst("$1:$2");
    if (clean.length() <= LONGEST) {
      for (Pattern pattern : NAMED) {
        Matcher m = pattern.matcher(clean);
        if (m.matches() && isWeekday(m) && isMonth(m.group("month"))) {
          return named(m, text, original);
        }
      }
      for (Pattern pattern : NUMBERED) {
        Matcher m = pattern.matcher(clean);
        if (m.matches()) {
          return numbered(m, text, original);
        }
      }
    }
    return ReadDate.unknown(ReadDate.NOT_UNDERSTOOD, original);
  }

  private static boolean isWeekday(Matcher m) {
    String week = m.namedGroups().containsKey("week") ? m.group("week") : null;
    return week == null || MonthNames.isWeekday(week.substring(week.lastIndexOf(' ') + 1));
  }

  private static boolean isMonth(String name) {
    return MonthNames.number(name) > 0 || OtherCalendar.persianMonth(name) > 0;
  }

  private static ReadDate named(Matcher m, String text, String original) {
    int year = Integer.parseInt(m.group("year"));
    boolean hasDay = m.namedGroups().containsKey("day");
    int persian = OtherCalendar.persianMonth(m.group("month"));
    if (persian > 0 && OtherCalendar.isPersianYear(year)) {
      return hasDay
          ? ClockTime.on(OtherCalendar.persianDay(year, persian, number(m, "day")), m, text)
          : ReadDate.unknown(ReadDate.NOT_UNDERSTOOD, original);
    }
    int month = MonthNames.number(m.group("month"));
    return on(m, OtherCalendar.year(original, year), month, hasDay, text);
  }

  private static ReadDate numbered(Matcher m, String text, String original) {
    String era = m.namedGroups().containsKey("era") ? m.group("era") : null;
    int year =
        era == null
            ? OtherCalendar.year(original, number(m, "year"))
            : OtherCalendar.yearOfEra(era, m.group("year"));
    return on(m, year, number(m, "month"), m.group("day") != null, text);
  }

  private static ReadDate on(Matcher m, int year, int month, boolean hasDay, String text) {
    return hasDay
        ? ClockTime.on(LocalDate.of(year, month, number(m, "day")), m, text)
        : ReadDate.stated(YearMonth.of(year, month).toString());
  }

  private static int number(Matcher m, String group) {
    return m.group(group).equals("元") ? 1 : Integer.parseInt(m.group(group));
  }
}
