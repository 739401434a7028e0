package broadsheet.corpus.date;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites spellings of dates that differ from others only in form, so that the patterns that read
 * dates stay few. Digits must be ASCII. Stateless.
 */
final class DateSpelling {
  private static final Pattern FULL_STOP = Pattern.compile("(?<=\\d)\\.$");

  /** {@code 2023. 06. 18}: full stops with spaces. */
  private static final Pattern SPACED =
      Pattern.compile("^(\\d{4})\\. (\\d{1,2})\\. (\\d{1,2})(?=[. ]|$)");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)^(?:dated?|(?:first |last )?(?:published|posted|updated?|modified)(?: on|"
              + " at)?|publié le|mis à jour le|aktualisiert(?: am)?|actualizado(?:"
              + " el)?|atualizado(?: em)?|aggiornato(?: il)?|обновлено|veröffentlicht(?:"
              + " am)?|erschienen(?: am)?|publicado(?: el| em)?|pubblicato(?:"
              + " il)?|opublikowano|опубликовано) ?:? +(?=.*\\d)");

  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?<week>\\p{L}[\\p{L}\\p{M}.'’ -]{1,24}?)[,،]? (?=\\d{1,4}[-/.]\\d{1,2}[-/.]\\d|ngày )");

  /** {@code 18 Haziran 2023 Pazar}: the weekday after the day. */
  private static final Pattern WEEKDAY_AFTER =
      Pattern.compile("(?<day>\\d{1,2} \\p{L}+ \\d{4}),? (?<week>\\p{L}{3,12})(?<time>[, -].*)?");

  /** {@code 18.VI.2023}. */
  private static final Pattern ROMAN =
      Pattern.compile("^(\\d{1,2})[. ] ?(I{1,3}|IV|VI{0,3}|IX|XI{0,2})[. ] ?(?=\\d{4})");

  /** {@code 18JUN2023} and {@code 18JUN2023:10:15}, as programs write it. */
  private static final Pattern WITHOUT_SPACES =
      Pattern.compile("^(\\d{1,2})(\\p{L}{3,9})(\\d{4}|\\d{2})(?:(:)(?=\\d)|(?=\\W|$))");

  private static final String ROMANS = " I II III IV V VI VII VIII IX X XI XII ";

  /** The year again, in the other calendar: {@code 令和5年(2023年)6月18日}. */
  private static final Pattern SAME_YEAR =
      Pattern.compile("[（(](?:明治|大正|昭和|平成|令和)?\\d{1,4}年?[)）](?=年|\\d{1,2}月)");

  private static final Pattern HALF_DAY =
      Pattern.compile(
          "(?:(?<early>오전|上午|午前)|오후|下午|午後) ?(?<hour>\\d{1,2})(?:[:時时点點]|시"
              + " ?)(?<minute>\\d{2})[分분]?$");

  /** {@code 1899-06-XX}: an unknown day. */
  private static final Pattern NO_DAY =
      Pattern.compile("(?<=^\\d{4}-\\d\\d-)(?:[xX]{2}|[?]{2}|uu)$");

  private DateSpelling() {}

  /** The date in its usual spelling. */
  static String usual(String text) {
    String bare = LABEL.matcher(FULL_STOP.matcher(text).replaceFirst("")).replaceFirst("");
    String spaced =
        WITHOUT_SPACES.matcher(withoutWeekday(bare)).replaceFirst(DateSpelling::withSpaces);
    String dated = SPACED.matcher(spaced).replaceFirst("$1.$2.$3");
    String clocked = HALF_DAY.matcher(dated).replaceFirst(DateSpelling::clock);
    String arabic = ROMAN.matcher(clocked).replaceFirst(m -> m.group(1) + "." + roman(m.group(2)));
    return NO_DAY.matcher(SAME_YEAR.matcher(arabic).replaceFirst("")).replaceFirst("00");
  }

  private static String withoutWeekday(String text) {
    String rest = text;
    Matcher before = WEEKDAY.matcher(rest);
    while (before.lookingAt() && MonthNames.isWeekday(before.group("week"))) {
      rest = rest.substring(before.end());
      before = WEEKDAY.matcher(rest);
    }
    Matcher after = WEEKDAY_AFTER.matcher(rest);
    boolean isAfter = after.matches() && MonthNames.isWeekday(after.group("week"));
    return isAfter ? after.replaceFirst("${day}${time}") : rest;
  }

  private static String withSpaces(MatchResult m) {
    String day = m.group(1) + " " + m.group(2) + " " + m.group(3);
    return m.group(4) == null ? day : day + " ";
  }

  private static String clock(MatchResult m) {
    int hour = Integer.parseInt(m.group("hour"));
    String half = m.group("early") == null ? " PM" : " AM";
    return m.group("hour") + ":" + m.group("minute") + (hour > 12 ? "" : half);
  }

  private static String roman(String month) {
    int at = ROMANS.indexOf(" " + month + " ");
    return ROMANS.substring(0, at + 1).chars().filter(c -> c == ' ').count() + ".";
  }
}
