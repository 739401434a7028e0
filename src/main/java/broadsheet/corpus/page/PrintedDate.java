package broadsheet.corpus.page;

import broadsheet.corpus.date.MonthNames;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the day of publication in a line that a page prints near a headline. */
final class PrintedDate {
  /**
   * {@code 2023-06-18}, {@code June 18, 2023}, {@code 18. Juni 2023}, {@code 18 de junio de 2023},
   * {@code 18.6.2023}.
   */
  private static final Pattern DAY =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\d])(?:(?<iso>\\d{4}-\\d\\d-\\d\\d)|(?<monthFirst>\\p{L}[\\p{L}\\p{M}]{1,14})\\.?"
              + " (?<dayAfter>\\d{1,2})(?:st|nd|rd|th)?,?"
              + " (?<yearA>\\d{4})|(?<dayBefore>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?(?: of| de)?["
              + " -](?<monthAfter>\\p{L}[\\p{L}\\p{M}]{1,14})\\.?,?(?: de| del)?["
              + " -](?<yearB>\\d{4})"
              + "|(?<yearC>\\d{4})年(?<monthC>\\d{1,2})月(?<dayC>\\d{1,2})日|(?<dayD>[0-3]?\\d)\\."
              + " ?(?<monthD>[01]?\\d)\\. ?(?<yearD>(?:19|20)\\d\\d))(?!\\d)");

  private static final Pattern CHANGED =
      Pattern.compile(
          "(?iu)\\b(?:updated?|modified|edited|reviewed|aktualisiert|mis à jour|actualizado"
              + "|atualizado|aggiornato|обновлено)\\b[^\\d]{0,30}$");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  private PrintedDate() {}

  /** Whether a date says that it is the day of a change. */
  static boolean isOfChange(String date) {
    Matcher digit = DIGIT.matcher(date);
    return digit.find() && CHANGED.matcher(date.substring(0, digit.start())).find();
  }

  /**
   * The first day in the line that is not the day of a change.
   *
   * @return {@code 2023-06-18}; empty if there is none
   */
  static Optional<String> in(String line) {
    Matcher day = DAY.matcher(line);
    while (day.find()) {
      String iso = iso(day);
      if (!iso.isEmpty() && !CHANGED.matcher(line.substring(0, day.start())).find()) {
        return Optional.of(iso);
      }
    }
    return Optional.empty();
  }

  /** Whether at least half of a line is a day. */
  static boolean isMostOf(String line) {
    Matcher day = DAY.matcher(line);
    return day.find() && 2 * (day.end() - day.start()) >= line.length() && !iso(day).isEmpty();
  }

  private static String iso(Matcher m) {
    if (m.group("iso") != null) {
      return m.group("iso");
    }
    if (m.group("yearC") != null) {
      return iso(m.group("yearC"), Integer.parseInt(m.group("monthC")), m.group("dayC"));
    }
    if (m.group("yearD") != null) {
      return iso(m.group("yearD"), Integer.parseInt(m.group("monthD")), m.group("dayD"));
    }
    return m.group("monthFirst") == null
        ? iso(m.group("yearB"), MonthNames.number(m.group("monthAfter")), m.group("dayBefore"))
        : iso(m.group("yearA"), MonthNames.number(m.group("monthFirst")), m.group("dayAfter"));
  }

  private static String iso(String year, int month, String day) {
    return month == 0 || month > 12
        ? ""
        : String.format(Locale.ROOT, "%s-%02d-%02d", year, month, Integer.parseInt(day));
  }
}
