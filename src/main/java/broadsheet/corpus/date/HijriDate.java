package broadsheet.corpus.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days of the Islamic lunar calendar, if the month's name or a mark such as {@code هـ} or
 * {@code AH} shows that it is meant. Years are those of Umm al-Qura, 1300 to 1600 (1882 to 2174).
 */
final class HijriDate {
  private static final String MARK =
      "(?:[هھ]ـ?(?:\\.? ?ق\\.?)?|هجري[ةه]?|هجری قمری|قمری|AH|A\\.H\\.?)";
  private static final String YEAR = "(?<year>1[3-5]\\d\\d)";

  private static final String NAMED =
      "(?<day>\\d{1,2})[ -](?<month>\\p{L}[\\p{L}\\p{M}\\u200c.'’‘`ʻʿ -]{1,22}?),?[ -]"
          + YEAR
          + "(?: ?"
          + MARK
          + ")?";

  private static final List<Pattern> NUMBERED =
      List.of(
          Pattern.compile(YEAR + "[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2}) ?" + MARK),
          Pattern.compile("(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})[-/.]" + YEAR + " ?" + MARK));

  private static final String WEEKDAY = "(?:(?<week>\\p{L}+)[,،]?(?: -)? )?";
  private static final Pattern ALONE = Pattern.compile(WEEKDAY + NAMED);

  /** The same day in both calendars. */
  private static final Pattern BEFORE_COMMON =
      Pattern.compile(
          WEEKDAY + NAMED + " ?(?:الموافق(?: ل[ـ:]?)?|[-–|/،,=(]) ?(?<common>[^()]+?)[)]?");

  private static final Pattern AFTER_COMMON =
      Pattern.compile(
          "(?<common>.*\\d{4}(?: ?(?:م|مـ))?) ?(?:الموافق(?: ل[ـ:]?)?|[-–|/،,=(]) ?"
              + NAMED
              + "[)]?");

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]|[ـʻʿʾ]");

  /** In Arabic and Persian, then as written in Latin letters, without signs and spaces. */
  private static final List<Pattern> MONTHS =
      List.of(
          Pattern.compile("محرم(?:الحرام)?|mu[hḥ]arr[ae]m"),
          Pattern.compile("صفر(?:المظفر)?|[sṣ]afar"),
          Pattern.compile("ربيع(?:ال)?اول|rab[iī](?:[aeu]l)?(?:awwal|awal|evvel|i)"),
          Pattern.compile(
              "ربيع(?:ال)?(?:اخر|ثاني)|rab[iī](?:[aeu][lt]h?)?(?:akh[ie]r|thani|sani|ii)"),
          Pattern.compile(
              "جماد[يه](?:ال)?(?:اول[يه]?)|[jg]um[aā]da(?:[aeu]l)?(?:ula|awwal|awal|i)"),
          Pattern.compile(
              "جماد[يه](?:ال)?(?:اخر[هة]?|ثاني[هة]?)"
                  + "|[jg]um[aā]da(?:[aeu][lt]h?)?(?:akh[ie]rah?|thani(?:yah?)?|ii)"),
          Pattern.compile("رجب(?:المرجب)?|ra[jg]ab"),
          Pattern.compile("شعبان(?:المعظم)?|shab[aā]n"),
          Pattern.compile("رمضان(?:المبارك)?|ramad[aā]n|ramazan"),
          Pattern.compile("شوال(?:المكرم)?|shaw+[aā]l"),
          Pattern.compile("ذ[وي]?(?:ال)?قعد[هة]?|(?:dhu|zu|dhi|zi)(?:[aeu]?l)?[qk]i?a?i?dah?"),
          Pattern.compile("ذ[وي]?(?:ال)?حج[هة]?|(?:dhu|zu|dhi|zi)(?:[aeu]?l)?hi[jg]+ah?"));

  private HijriDate() {}

  /**
   * The day of a date that is of this calendar; empty for any other text.
   *
   * @param text with ASCII digits
   * @throws DateTimeException if there is no such day
   */
  static Optional<ReadDate> read(String text) {
    for (Pattern pattern : NUMBERED) {
      Matcher m = pattern.matcher(text);
      if (m.matches()) {
        return Optional.of(day(m, Integer.parseInt(m.group("month"))));
      }
    }
    Matcher m = ALONE.matcher(text);
    return m.matches() && month(m) > 0 ? Optional.of(day(m, month(m))) : Optional.empty();
  }

  /** Reduces a day in both calendars to the common date; other text is unchanged. */
  static String withoutParallel(String text) {
    for (Pattern pattern : List.of(BEFORE_COMMON, AFTER_COMMON)) {
      Matcher m = pattern.matcher(text);
      if (m.matches() && month(m) > 0) {
        return m.group("common");
      }
    }
    return text;
  }

  private static int month(Matcher m) {
    String bare = NOT_LETTERS.matcher(m.group("month").toLowerCase(Locale.ROOT)).replaceAll("");
    String name = bare.replaceAll("[أإآ]", "ا").replaceAll("[ىی]", "ي").replaceAll("[ةہ]", "ه");
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).matcher(name).matches()) {
        return i + 1;
      }
    }
    return 0;
  }

  private static ReadDate day(Matcher m, int month) {
    int day = Integer.parseInt(m.group("day"));
    HijrahDate date = HijrahDate.of(Integer.parseInt(m.group("year")), month, day);
    return ReadDate.stated(LocalDate.from(date).toString());
  }
}
