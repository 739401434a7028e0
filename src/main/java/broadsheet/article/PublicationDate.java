package broadsheet.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The publication date of an article, exactly as precise as its source states it.
 *
 * <p>A calendar day is the day the source prints: it is never shifted by a time zone, so an article
 * stated as {@code 2023-06-18T23:30:00-05:00} belongs to 18 June. Immutable.
 *
 * @param iso ISO 8601, as precise as known: {@code 1987}, {@code 1987-02}, {@code 1987-02-26},
 *     {@code 1987-02-26T15:01:01.79} (no zone stated) or {@code 2020-01-05T12:00:00+01:00}; empty
 *     when the date is unknown
 * @param origin the place where it was found; {@link Origin#UNKNOWN} exactly when {@code iso} is
 *     empty
 */
public record PublicationDate(String iso, Origin origin) {

  /** The place where a date was found. */
  public enum Origin {
    /** The article's own record or text states it. */
    STATED,
    /** Read from the article's address. */
    URL,
    /** Read from the file name. */
    FILE_NAME,
    /** Nothing states it. */
    UNKNOWN
  }

  /** The part of a date that is known. */
  public enum Precision {
    UNKNOWN,
    YEAR,
    MONTH,
    DAY,
    /** A time of day is known as well, with or without its zone. */
    INSTANT
  }

  private static final PublicationDate UNKNOWN_DATE = new PublicationDate("", Origin.UNKNOWN);

  private static final int LENGTH_OF_YEAR = 4;
  private static final int LENGTH_OF_MONTH = 7;
  private static final int LENGTH_OF_DAY = 10;

  /**
   * @throws IllegalArgumentException when {@code iso} is not one of the stated forms, or only one
   *     of the two says unknown
   */
  public PublicationDate {
    if (iso.isEmpty() != (origin == Origin.UNKNOWN)) {
      throw new IllegalArgumentException(
          "a date is unknown in both its parts or in neither: '" + iso + "', " + origin);
    }
    try {
      firstDay(iso);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not an ISO 8601 date: '" + iso + "'", e);
    }
  }

  /** The unknown date. */
  public static PublicationDate unknown() {
    return UNKNOWN_DATE;
  }

  /** A date its source states. See {@link #PublicationDate} for the forms of {@code iso}. */
  public static PublicationDate stated(String iso) {
    return new PublicationDate(iso, Origin.STATED);
  }

  public boolean isKnown() {
    return !iso.isEmpty();
  }

  public Precision precision() {
    return switch (iso.length()) {
      case 0 -> Precision.UNKNOWN;
      case LENGTH_OF_YEAR -> Precision.YEAR;
      case LENGTH_OF_MONTH -> Precision.MONTH;
      case LENGTH_OF_DAY -> Precision.DAY;
      default -> Precision.INSTANT;
    };
  }

  /** The first calendar day the date may mean: the first of its month or year; empty if unknown. */
  public Optional<LocalDate> first() {
    return firstDay(iso);
  }

  /** The last calendar day the date may mean: the last of its month or year; empty if unknown. */
  public Optional<LocalDate> last() {
    return firstDay(iso)
        .map(
            day ->
                switch (precision()) {
                  case YEAR -> day.withDayOfYear(day.lengthOfYear());
                  case MONTH -> day.withDayOfMonth(day.lengthOfMonth());
                  case UNKNOWN, DAY, INSTANT -> day;
                });
  }

  /** The time of day as printed, in whatever zone the source meant; empty when none is stated. */
  public Optional<LocalTime> time() {
    return precision() == Precision.INSTANT
        ? Optional.of(dateTime(iso).toLocalTime())
        : Optional.empty();
  }

  private static Optional<LocalDate> firstDay(String iso) {
    return switch (iso.length()) {
      case 0 -> Optional.empty();
      case LENGTH_OF_YEAR -> Optional.of(Year.parse(iso).atDay(1));
      case LENGTH_OF_MONTH -> Optional.of(YearMonth.parse(iso).atDay(1));
      case LENGTH_OF_DAY -> Optional.of(LocalDate.parse(iso));
      default -> Optional.of(dateTime(iso).toLocalDate());
    };
  }

  private static LocalDateTime dateTime(String iso) {
    boolean isZoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > 10;
    return LocalDateTime.parse(
        iso,
        isZoned ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }
}
