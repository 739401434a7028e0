package broadsheet.corpus.date;

import broadsheet.article.PublicationDate;
import broadsheet.corpus.text.CleanText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the day in a line that also names weekday, edition or page, such as {@code January 11, 2010
 * Monday 3 Star Edition}.
 */
public final class PrintedDay {
  private static final int LONGEST = 200;

  private static final Pattern DAY =
      Pattern.compile(
          "(?U)\\p{L}[\\p{L}\\p{M}]+\\.? \\d{1,2},? (?:1[6-9]|20)\\d\\d\\b"
              + "|\\b\\d{1,2}(?:er|st|nd|rd|th|º|\\.)? (?:de |d['’])?\\p{L}[\\p{L}\\p{M}]+\\.?"
              + " (?:de )?(?:1[6-9]|20)\\d\\d\\b"
              + "|\\b(?:1[6-9]|20)\\d\\d-\\d\\d-\\d\\d\\b|\\b\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}\\b"
              + "|\\b\\d{4} ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일]");

  private PrintedDay() {}

  /** The date at the beginning of a line; unknown if there is none. */
  public static ReadDate in(String printed, DateReader dates) {
    String line = CleanText.line(printed);
    ReadDate whole = dates.read(line);
    if (whole.date().isKnown()) {
      return whole;
    }
    Matcher day = DAY.matcher(line.substring(0, Math.min(LONGEST, line.length())));
    while (day.find()) {
      ReadDate read = dates.read(day.group());
      if (read.date().isKnown()) {
        return read;
      }
    }
    return whole;
  }

  /** Whether a line is a day, perhaps with weekday and edition, rather than a sentence with one. */
  public static boolean is(String printed, DateReader dates) {
    String line = CleanText.line(printed);
    if (line.length() > LONGEST || line.codePoints().noneMatch(Character::isDigit)) {
      return false;
    }
    ReadDate read = in(line, dates);
    Matcher day = DAY.matcher(line);
    boolean isInFront = day.find() && line.substring(0, day.start()).indexOf(' ') == -1;
    boolean isAfterWeekday =
        isInFront || line.substring(0, day.hasMatch() ? day.start() : 0).strip().endsWith(",");
    boolean isSentence = day.hasMatch() && line.indexOf(". ", day.end()) >= 0;
    return read.date().precision().compareTo(PublicationDate.Precision.DAY) >= 0
        && !isSentence
        && (isAfterWeekday || dates.read(line).date().isKnown());
  }
}
