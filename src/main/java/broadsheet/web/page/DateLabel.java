package broadsheet.web.page;

import broadsheet.article.PublicationDate;
import broadsheet.article.SpelledDate;
import broadsheet.engine.result.Timeline;
import java.time.LocalDate;

/**
 * A date in print, never more precise than it is known.
 *
 * @param text {@code 26 February 1987, 15:01}, {@code June 2023}, {@code 1963} or {@code undated}
 * @param iso the ISO 8601 form; empty if the date is unknown
 * @param hint the place where the date was found if the article itself does not state it; otherwise
 *     empty
 */
public record DateLabel(String text, String iso, String hint) {

  public static DateLabel of(PublicationDate date) {
    return new DateLabel(SpelledDate.of(date), date.iso(), hint(date.origin()));
  }

  /** A calendar day: {@code 26 February 1987}. */
  public static String of(LocalDate day) {
    return SpelledDate.day(day);
  }

  /** A period: {@code week of 23 February 1987}, {@code February 1987}, {@code 1987}. */
  public static String of(LocalDate start, Timeline.Unit unit) {
    return switch (unit) {
      case DAY -> SpelledDate.day(start);
      case WEEK -> "week of " + SpelledDate.day(start);
      case MONTH -> SpelledDate.month(start);
      case YEAR -> Integer.toString(start.getYear());
    };
  }

  public boolean isKnown() {
    return !iso.isEmpty();
  }

  private static String hint(PublicationDate.Origin origin) {
    return switch (origin) {
      case STATED, UNKNOWN -> "";
      case URL -> "date taken from the address";
      case FILE_NAME -> "date taken from the file name";
    };
  }
}
