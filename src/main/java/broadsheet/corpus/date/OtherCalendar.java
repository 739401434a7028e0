package broadsheet.corpus.date;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Converts years of other calendars, if a date's script or words show that one is meant. */
final class OtherCalendar {
  private static final int FIRST_THAI_YEAR = 2400;
  private static final int LAST_THAI_YEAR = 2700;
  private static final int THAI_YEARS = 543;
  private static final int FIRST_PERSIAN_YEAR = 1200;
  private static final int LAST_PERSIAN_YEAR = 1499;
  private static final int PERSIAN_YEARS = 621;

  private static final ULocale PERSIAN = new ULocale("fa@calendar=persian");

  /** The names of eras, for use inside a pattern: of Japan, with their initials, and of China. */
  static final String ERA_NAMES = "(?:明治|大正|昭和|平成|令和|(?:中華|中华)?(?:民國|民国)|[MTSHRmtshr])";

  /** The year before the first of each era. */
  private static final Map<String, Integer> ERAS =
      Map.ofEntries(
          Map.entry("明治", 1867),
          Map.entry("m", 1867),
          Map.entry("大正", 1911),
          Map.entry("t", 1911),
          Map.entry("昭和", 1925),
          Map.entry("s", 1925),
          Map.entry("平成", 1988),
          Map.entry("h", 1988),
          Map.entry("令和", 2018),
          Map.entry("r", 2018),
          Map.entry("民國", 1911),
          Map.entry("民国", 1911));

  private static final Pattern THAI = Pattern.compile("\\p{IsThai}|\\bB\\.?E\\.?(?!\\p{L})");
  private static final String SOLAR =
      " ?\\(?(?:هجری شمسی|شمسی|خورشیدی|هـ?\\.? ?ش\\.?|\\bSH|\\bA\\.?P\\.?)\\)?$";
  private static final Pattern PERSIAN_SIGN = Pattern.compile("[۰-۹]|" + SOLAR);

  /**
   * The mark that names the calendar of a year, such as "Buddhist era" and "common era" in Thai.
   */
  private static final Pattern MARK =
      Pattern.compile("(?:พ\\.ศ\\.?|ค\\.ศ\\.?) ?|^\\s*(?:B\\.?E\\.?) |" + SOLAR);

  private static final List<List<String>> PERSIAN_MONTHS =
      List.of(
          List.of("فروردین", "farvardin"),
          List.of("اردیبهشت", "ordibehesht"),
          List.of("خرداد", "khordad"),
          List.of("تیر", "tir"),
          List.of("مرداد", "mordad"),
          List.of("شهریور", "shahrivar"),
          List.of("مهر", "mehr"),
          List.of("آبان", "aban"),
          List.of("آذر", "azar"),
          List.of("دی", "dey"),
          List.of("بهمن", "bahman"),
          List.of("اسفند", "esfand"));

  private OtherCalendar() {}

  /** The number of a Persian month, from 1; 0 for any other word. */
  static int persianMonth(String name) {
    String small = name.toLowerCase(Locale.ROOT).replace('ي', 'ی').replace('ك', 'ک');
    for (int i = 0; i < PERSIAN_MONTHS.size(); i++) {
      if (PERSIAN_MONTHS.get(i).contains(small)) {
        return i + 1;
      }
    }
    return 0;
  }

  /**
   * The day in the Gregorian calendar.
   *
   * @throws DateTimeException if there is no such day
   */
  static LocalDate persianDay(int year, int month, int day) {
    Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, PERSIAN);
    calendar.setLenient(false);
    calendar.clear();
    calendar.set(year, month - 1, day);
    try {
      return Instant.ofEpochMilli(calendar.getTimeInMillis()).atZone(ZoneOffset.UTC).toLocalDate();
    } catch (IllegalArgumentException e) {
      throw new DateTimeException("no such day in the Persian calendar", e);
    }
  }

  /** A date without the mark that names its calendar. */
  static String withoutMark(String text) {
    return MARK.matcher(text).replaceAll("").strip();
  }

  /**
   * Whether a year can be one of the last hundred Persian ones: the common calendar's lie before
   * any newspaper. In Arabic it may be one of the Islamic lunar calendar, of 1888 to 1986.
   */
  static boolean isRecentPersianYear(int year, int commonYear) {
    int latest = commonYear - PERSIAN_YEARS;
    return year <= latest + 1 && year > latest - 100;
  }

  /** Whether digits are Persian, or the calendar is named, and the year fits it. */
  static boolean isPersian(String text, int year) {
    return isPersianYear(year) && PERSIAN_SIGN.matcher(text).find();
  }

  static boolean isPersianYear(int year) {
    return year >= FIRST_PERSIAN_YEAR && year <= LAST_PERSIAN_YEAR;
  }

  /**
   * The Gregorian year: a Thai year is converted if the date is written in Thai or says {@code BE}.
   */
  static int year(String text, int year) {
    boolean isThai = year >= FIRST_THAI_YEAR && year <= LAST_THAI_YEAR && THAI.matcher(text).find();
    return isThai ? year - THAI_YEARS : year;
  }

  /**
   * The Gregorian year of an era's year; the first is {@code 元}.
   *
   * @param era one of the {@link #ERA_NAMES}
   */
  static int yearOfEra(String era, String year) {
    String name = era.toLowerCase(Locale.ROOT);
    int before = ERAS.getOrDefault(name.substring(Math.max(name.length() - 2, 0)), 0);
    return before + (year.equals("元") ? 1 : Integer.parseInt(year));
  }
}
