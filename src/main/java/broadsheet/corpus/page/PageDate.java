package broadsheet.corpus.page;

import broadsheet.article.PublicationDate;
import broadsheet.article.PublicationDate.Precision;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.ReadDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses the date of a page among those it states. */
final class PageDate {
  /** The date that programs state if they have none. */
  private static final String EPOCH = "1970-01-01T00:00";

  private static final int LONGEST = 200;

  /** A zone offset other than UTC. */
  private static final Pattern ZONE = Pattern.compile("T.*[+-](?!00:00)\\d\\d:\\d\\d$");

  private PageDate() {}

  /**
   * The first date that can be read. If it is a time in UTC, and another is the same moment with a
   * zone offset, that one is used: its day is the day the outlet printed.
   *
   * <p>Many outlets state moments in a different zone from the one they print. A day printed near
   * the headline is therefore preferred if it is the day before or after that of the moment.
   *
   * @param stated most reliable first
   * @param printed the printed day; empty if there is none
   * @return the remark on the first date, if none can be read
   */
  static ReadDate of(List<String> stated, String printed, DateReader dates) {
    List<ReadDate> read = stated.stream().map(text -> read(text, dates)).toList();
    List<ReadDate> known = read.stream().filter(d -> d.date().isKnown()).toList();
    if (known.isEmpty()) {
      return read.stream().findFirst().orElse(ReadDate.none());
    }
    ReadDate first = known.getFirst();
    return known.stream()
        .filter(other -> isSameMomentInZone(first.date(), other.date()))
        .findFirst()
        .orElseGet(() -> isDayBeside(first.date(), printed) ? dates.read(printed) : first);
  }

  /**
   * The later day counts only if the moment states no zone of its own; otherwise it may be the day
   * of a change.
   */
  private static boolean isDayBeside(PublicationDate moment, String printed) {
    if (printed.isEmpty() || moment.precision() != Precision.INSTANT) {
      return false;
    }
    try {
      LocalDate day = LocalDate.parse(printed);
      boolean isZoned = ZONE.matcher(moment.iso()).find();
      return moment.first().equals(Optional.of(day.plusDays(1)))
          || (!isZoned && moment.first().equals(Optional.of(day.minusDays(1))));
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** A date, or the day in a line that contains more than a date. */
  private static ReadDate read(String text, DateReader dates) {
    if (text.startsWith(EPOCH) || text.length() > LONGEST || PrintedDate.isOfChange(text)) {
      return ReadDate.none();
    }
    ReadDate read = dates.read(text);
    boolean isUnderstood = read.date().isKnown() || !read.remark().equals(ReadDate.NOT_UNDERSTOOD);
    return isUnderstood ? read : PrintedDate.in(text).map(dates::read).orElse(read);
  }

  private static boolean isSameMomentInZone(PublicationDate utc, PublicationDate other) {
    boolean areTimes =
        utc.precision() == Precision.INSTANT && other.precision() == Precision.INSTANT;
    if (!areTimes || !utc.iso().endsWith("Z") || other.iso().endsWith("Z")) {
      return false;
    }
    try {
      return utcTime(utc).equals(utcTime(other));
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Cuts the time to the second, since only some dates state fractions. */
  private static LocalDateTime utcTime(PublicationDate date) {
    return OffsetDateTime.parse(date.iso())
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toLocalDateTime()
        .withNano(0);
  }
}
