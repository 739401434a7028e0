package broadsheet.web.page;

import broadsheet.article.PublicationDate;
import broadsheet.engine.result.Timeline;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A date in print, never more precise than it is known.
 *
 * @param text {@code 26 February 1987, 15:01}, {@code June 2023}, {@code 1963} or {@code undated}
 * @param iso the ISO 8601 form; empty if the date is unknown
 * @param hint the place where the date was found if the article itself does not state it; otherwise
 *     empty
 */
public record DateLabel(String text, String iso, String hint) {
  private static final DateTimeFormatter MONTH = formatter("MMMM uuuu");
  private static final DateTimeFormatter DAY = formatter("d MMMM uuuu");
  private static final DateTimeFormatter TIME = formatter("HH:mm");

  public static DateLabel of(PublicationDate date) {
    return date.first()
        .map(day -> new DateLabel(text(date, day), date.iso(), hint(date.origin())))
        .orElse(new DateLabel("undated", "", ""));
  }

  /** A calendar day: {@code 26 February 1987}. */
  public static String of(LocalDate day) {
    return DAY.format(day);
  }

  /** A period: {@code week of 23 February 1987}, {@code February 1987}, {@code 1987}. */
  public static String of(LocalDate start, Timeline.Unit unit) {
    return switch (unit) {
      case DAY -> DAY.format(start);
      case WEEK -> "week of " + DAY.format(start);
      case MONTH -> MONTH.format(start);
      case YEAR -> Integer.toString(start.getYear());
    };
  }

  public boolean isKnown() {
    return !iso.isEmpty();
  }

  private static String text(PublicationDate date, LocalDate first) {
    return switch (date.precision()) {
      case UNKNOWN -> "undated";
      case YEAR -> Integer.toString(first.getYear());
      case MONTH -> MONTH.format(first);
      case DAY -> DAY.format(first);
      case INSTANT -> DAY.format(first) + date.time().map(DateLabel::afterComma).orElse("");
    };
  }

  private static String afterComma(LocalTime time) {
    return ", " + TIME.format(time);
  }

  private static String hint(PublicationDate.Origin origin) {
    return switch (origin) {
      case STATED, UNKNOWN -> "";
      case URL -> "date taken from the address";
      case FILE_NAME -> "date taken from the file name";
    };
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
