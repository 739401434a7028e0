package broadsheet.corpus;

import broadsheet.article.PublicationDate;
import broadsheet.article.PublicationDate.Precision;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Finds the date of a page among those it states. */
final class PageDate {
  /** What programs state that have no date. */
  private static final String EPOCH = "1970-01-01T00:00";

  private static final int LONGEST = 200;

  private PageDate() {}

  /**
   * The first date that can be read. If that is a time in UTC, and another is the same moment with
   * the offset of a zone, that one: its day is the day the outlet printed.
   *
   * @param stated the most trusted first
   * @return what there is to remark on the first, if none can be read
   */
  static ReadDate of(List<String> stated, DateReader dates) {
    List<ReadDate> read = stated.stream().map(text -> read(text, dates)).toList();
    List<ReadDate> known = read.stream().filter(d -> d.date().isKnown()).toList();
    if (known.isEmpty()) {
      return read.stream().findFirst().orElse(ReadDate.none());
    }
    ReadDate first = known.getFirst();
    return known.stream()
        .filter(other -> isSameMomentInZone(first.date(), other.date()))
        .findFirst()
        .orElse(first);
  }

  /** A date, or the day in a line that is no date as a whole. */
  private static ReadDate read(String text, DateReader dates) {
    if (text.startsWith(EPOCH) || text.length() > LONGEST) {
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

  /** To the second: some state fractions, some do not. */
  private static LocalDateTime utcTime(PublicationDate date) {
    return OffsetDateTime.parse(date.iso())
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toLocalDateTime()
        .withNano(0);
  }
}
