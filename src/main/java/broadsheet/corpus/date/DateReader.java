package broadsheet.corpus.date;

import broadsheet.corpus.text.CleanText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as sources write them. A date that may mean two days, or is implausible, is unknown:
 * dates are never guessed, and a calendar day is never shifted by a time zone. Never throws.
 * Immutable.
 */
public final class DateReader {
  private static final int FIRST_YEAR = 1600;
  private static final long SMALLEST_EPOCH_SECOND = 100_000_000L;
  private static final long SMALLEST_EPOCH_MILLI = 100_000_000_000L;
  private static final int CENTURY = 100;

  /** A day may have the zone that XML Schema gives it, which does not change it. */
  private static final Pattern ISO =
      Pattern.compile(
          "(?<year>\\d{4})(?:(?<mark>[-/.])(?<month>\\d{1,2})(?:\\k<mark>(?<day>\\d{1,2})"
              + "(?:Z|[+-](?:0\\d|1[0-4]):\\d\\d|(?:[Tt]| |, )"
              + ClockTime.PATTERN
              + ")?)?)?");

  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)(?:[Tt ]?" + ClockTime.PATTERN + ")?");

  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<a>\\d{1,2})(?<mark>[-/.])(?<b>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d\\d)"
              + "(?:,? (?:[-–|] )?(?:(?:klo|kl|um|at|om|à|às|alle|ore|в|о|v|u)\\.? )?"
              + ClockTime.PATTERN
              + "(?: Uhr)?)?");

  /** A month name between a day and two digits of a year, as in {@code 18-JUN-23}. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile(
          "(?<before>(?:\\p{L}+[.,]{0,2} )?\\d{1,2}\\.?[ /-]\\p{L}[\\p{L}\\p{M}]+\\.?["
              + " /-])['’]?(?<year>\\d\\d)(?<after>(?:[ ,].*)?)");

  private static final Pattern MONTH =
      Pattern.compile("(?<month>0?[1-9]|1[0-2])[-/.](?<year>(?:1[6-9]|20)\\d\\d)");

  private static final Pattern JSON =
      Pattern.compile("\\\\?/?Date\\((?<millis>-?\\d{1,15})(?<zone>[+-]\\d{4})?\\)\\\\?/?");

  private static final Pattern NUMBER = Pattern.compile("-?(?:\\d{9,10}|\\d{13})");

  /**
   * A fraction of a second. Numbers that begin with a year are excluded: they may be a day and a
   * time.
   */
  private static final Pattern FRACTION =
      Pattern.compile("(?<whole>(?!19|20)[1-9]\\d{8,9})\\.\\d{1,9}");

  private static final int YEAR_LENGTH = 4;
  private static final int DAY_LENGTH = 8;
  private static final int SECOND_LENGTH = 14;

  private final LocalDate today;

  /**
   * @param today dates more than a year after it are rejected
   */
  public DateReader(LocalDate today) {
    this.today = today;
  }

  /** Reads a date written as text. */
  public ReadDate read(String text) {
    String clean = CleanText.line(text);
    if (clean.isEmpty()) {
      return ReadDate.none();
    }
    try {
      return plausible(understood(clean), clean);
    } catch (DateTimeException | IllegalArgumentException e) {
      return ReadDate.unknown(ReadDate.NOT_UNDERSTOOD, clean);
    }
  }

  /** Reads a numeric date: seconds or milliseconds since 1970, or {@code 20230618}. */
  public ReadDate read(long number) {
    String text = Long.toString(number);
    if (text.length() == YEAR_LENGTH
        || text.length() == DAY_LENGTH
        || text.length() == SECOND_LENGTH) {
      return read(text);
    }
    return plausible(ofEpoch(number, text), text);
  }

  /** The date, or unknown with a remark if nothing can have been published then. */
  public ReadDate plausible(ReadDate read, String text) {
    Optional<LocalDate> day = read.date().first();
    boolean isPlausible =
        day.isEmpty()
            || (day.get().getYear() >= FIRST_YEAR && !day.get().isAfter(today.plusYears(1)));
    return isPlausible ? read : ReadDate.unknown(ReadDate.IMPLAUSIBLE, text);
  }

  /** Whether a text is a date in the future, plausible or not; false if it is no date. */
  public boolean isAhead(String text) {
    try {
      Optional<LocalDate> day = understood(CleanText.line(text)).date().first();
      return day.filter(first -> first.isAfter(today)).isPresent();
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a day has begun somewhere on Earth. */
  boolean isOver(LocalDate day) {
    return !day.isAfter(today.plusDays(1));
  }

  private ReadDate understood(String original) {
    String ascii = OtherCalendar.withoutMark(withAsciiDigits(original));
    String text = DateSpelling.usual(HijriDate.withoutParallel(ascii));
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return ofIso(iso, text, original);
    }
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      return ReadDate.stated(
          YearMonth.of(number(month, "year"), number(month, "month")).toString());
    }
    Matcher json = JSON.matcher(text);
    if (json.matches()) {
      return ofJson(json, text);
    }
    Matcher numeric = NUMERIC.matcher(text);
    if (numeric.matches()) {
      return ofNumeric(numeric, text, original);
    }
    if (NUMBER.matcher(text).matches() && !text.startsWith("0")) {
      return ofEpoch(Long.parseLong(text), text);
    }
    Matcher seconds = FRACTION.matcher(text);
    if (seconds.matches()) {
      return ofEpoch(Long.parseLong(seconds.group("whole")), text);
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return ofDay(compact, number(compact, "year"), text);
    }
    Optional<ReadDate> hijri = HijriDate.read(text);
    if (hijri.isPresent()) {
      return hijri.get();
    }
    Matcher withShortYear = SHORT_YEAR.matcher(text);
    return withShortYear.matches()
        ? ofShortYear(withShortYear, text)
        : WrittenDate.read(text, original);
  }

  private ReadDate ofShortYear(Matcher m, String text) {
    String whole = m.group("before") + latestYear(number(m, "year")) + m.group("after");
    ReadDate read = WrittenDate.read(whole, whole);
    return read.date().isKnown() ? read.repaired(text) : read;
  }

  /** Converts digits of any script to ASCII. */
  private static String withAsciiDigits(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return ascii.toString();
  }

  private ReadDate ofIso(Matcher m, String text, String original) {
    int year = OtherCalendar.year(original, number(m, "year"));
    if (m.group("month") == null) {
      return ReadDate.stated(m.group("year"));
    }
    if (m.group("day") == null) {
      return "-".equals(m.group("mark"))
          ? ReadDate.stated(YearMonth.of(year, number(m, "month")).toString())
          : ReadDate.unknown(ReadDate.NOT_UNDERSTOOD, text);
    }
    boolean isMarked = OtherCalendar.isPersian(original, year);
    if (isMarked || OtherCalendar.isRecentPersianYear(year, today.getYear())) {
      LocalDate day = OtherCalendar.persianDay(year, number(m, "month"), number(m, "day"));
      ReadDate read = ClockTime.on(day, m, text);
      return isMarked ? read : read.persianByYear(text);
    }
    return ofDay(m, year, text);
  }

  /** Catalogues write {@code 00} for an unknown day or month. */
  private static ReadDate ofDay(Matcher m, int year, String text) {
    int month = number(m, "month");
    int day = number(m, "day");
    if (month == 0 && day == 0) {
      return ReadDate.stated(Year.of(year).toString());
    }
    return day == 0
        ? ReadDate.stated(YearMonth.of(year, month).toString())
        : ClockTime.on(LocalDate.of(year, month, day), m, text);
  }

  /** A date as .NET writes it in JSON: milliseconds since 1970, and the zone it was written in. */
  private static ReadDate ofJson(Matcher m, String text) {
    ReadDate read = ofEpoch(Long.parseLong(m.group("millis")), text);
    boolean hasZone = m.group("zone") != null && read.date().isKnown();
    return hasZone
        ? ReadDate.stated(
            Instant.parse(read.date().iso()).atOffset(ZoneOffset.of(m.group("zone"))).toString())
        : read;
  }

  /**
   * Day and month may be in either order. The date is read only if one order is impossible, or if
   * full stops or another calendar show that the day comes first.
   */
  private ReadDate ofNumeric(Matcher m, String text, String original) {
    int a = number(m, "a");
    int b = number(m, "b");
    int stated = number(m, "year");
    boolean isPersian = OtherCalendar.isPersian(original, stated);
    boolean isShort = m.group("year").length() == 2;
    int year = isShort ? latestYear(stated) : OtherCalendar.year(original, stated);
    boolean isOther = isPersian || (!isShort && year != stated);
    boolean isDayFirst = a > 12 || isOther || (m.group("mark").equals(".") && b <= 12);
    if (!isDayFirst && a != b && b <= 12) {
      return ReadDate.unknown(ReadDate.AMBIGUOUS, text);
    }
    int day = isDayFirst ? a : b;
    int month = isDayFirst ? b : a;
    LocalDate date =
        isPersian ? OtherCalendar.persianDay(year, month, day) : LocalDate.of(year, month, day);
    ReadDate read = ClockTime.on(date, m, text);
    return isShort ? read.repaired(text) : read;
  }

  /** The last year with these two digits that is not in the future. */
  private int latestYear(int twoDigits) {
    int year = today.getYear() / CENTURY * CENTURY + twoDigits;
    return year > today.getYear() ? year - CENTURY : year;
  }

  private static ReadDate ofEpoch(long number, String text) {
    if (Math.abs(number) < SMALLEST_EPOCH_SECOND) {
      return ReadDate.unknown(ReadDate.AMBIGUOUS, text);
    }
    boolean isSeconds = Math.abs(number) < SMALLEST_EPOCH_MILLI;
    try {
      Instant instant = isSeconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
      return ReadDate.stated(instant.toString());
    } catch (DateTimeException | IllegalArgumentException e) {
      return ReadDate.unknown(ReadDate.IMPLAUSIBLE, text);
    }
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }
}
