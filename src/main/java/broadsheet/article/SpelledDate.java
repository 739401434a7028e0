package broadsheet.article;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats dates in English, with the month spelled out. */
public final class SpelledDate {
  private static final DateTimeFormatter MONTH = formatter("MMMM uuuu");
  private static final DateTimeFormatter DAY = formatter("d MMMM uuuu");
  private static final DateTimeFormatter TIME = formatter("HH:mm");

  private SpelledDate() {}

  /**
   * A date, never more precise than it is known: {@code 26 February 1987, 15:01}, {@code June
   * 2023}, {@code 1963} or {@code undated}.
   */
  public static String of(PublicationDate date) {
    return date.first().map(first -> text(date, first)).orElse("undated");
  }

  /** A calendar day: {@code 26 February 1987}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** The month of a day: {@code February 1987}. */
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  private static String text(PublicationDate date, LocalDate first) {
    return switch (date.precision()) {
      case UNKNOWN -> "undated";
      case YEAR -> Integer.toString(first.getYear());
      case MONTH -> MONTH.format(first);
      case DAY -> DAY.format(first);
      case INSTANT -> DAY.format(first) + date.time().map(SpelledDate::afterComma).orElse("");
    };
  }

  private static String afterComma(LocalTime time) {
    return ", " + TIME.format(time);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
