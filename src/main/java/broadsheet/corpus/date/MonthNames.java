package broadsheet.corpus.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Month and weekday names, full and abbreviated, in the main languages of news. A word that means
 * different months in two of them counts as none.
 */
public final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ro", "hu",
          "tr", "hr", "ru", "uk", "bg", "el", "id", "ms", "ca", "sw", "ar", "ar-SY", "ar-DZ",
          "ar-MA", "he", "hi", "bn", "ur", "fa", "th", "sk", "sl", "sr", "sr-Latn", "de-AT", "lt",
          "lv", "et", "is", "eu", "gl", "mk", "sq", "be", "ka", "hy", "ta", "te", "ml", "kn", "mr",
          "gu", "pa", "ne", "si", "my", "km", "lo", "am", "az", "kk", "ky", "uz", "uz-Cyrl", "tg",
          "tk", "ps", "ckb", "bs", "af", "cy", "ga", "mt", "lb", "fil", "so", "ha", "ig", "sn",
          "xh", "yo", "zu");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** The shortest abbreviation; a full name may be one syllable, such as the Hindi for May. */
  private static final int SHORTEST = 3;

  /** "In" as a prefix in Hebrew, cases in Basque. */
  private static final Pattern AROUND = Pattern.compile("^ב|(?<=a)(?:ren|k)$");

  private static final String THAI_DAY = "วัน";

  /** "Date", written as part of the weekday. */
  private static final String THAI_DATE = "ที่";

  /** The genitives, as in {@code 18. јуна}. */
  private static final List<List<String>> SERBIAN =
      List.of(
          List.of(
              "јануара",
              "фебруара",
              "марта",
              "априла",
              "маја",
              "јуна",
              "јула",
              "августа",
              "септембра",
              "октобра",
              "новембра",
              "децембра"),
          List.of(
              "januara",
              "februara",
              "marta",
              "aprila",
              "maja",
              "juna",
              "jula",
              "avgusta",
              "septembra",
              "oktobra",
              "novembra",
              "decembra"));

  private static final Map<String, Integer> NUMBERS = numbers();
  private static final Set<String> WEEKDAYS = weekdays();

  private MonthNames() {}

  /** The month, from 1; 0 for a word that is not a month or is ambiguous. */
  public static int number(String name) {
    String small = name.toLowerCase(Locale.ROOT).replace(".", "");
    String bare = AROUND.matcher(small).replaceFirst("");
    return NUMBERS.getOrDefault(small, NUMBERS.getOrDefault(bare, 0));
  }

  /** Whether a word is a weekday, full or abbreviated, in one of the languages. */
  static boolean isWeekday(String name) {
    String small = name.toLowerCase(Locale.ROOT).replace(".", "");
    boolean isThai = small.endsWith(THAI_DATE);
    return WEEKDAYS.contains(
        isThai ? small.substring(0, small.length() - THAI_DATE.length()) : small);
  }

  private static Set<String> weekdays() {
    Set<String> weekdays = new HashSet<>(Set.of("วัน", "le", "ngày", "den"));
    for (String language : Stream.concat(LANGUAGES.stream(), Stream.of("vi")).toList()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        for (TextStyle style : STYLES) {
          String name = day.getDisplayName(style, Locale.forLanguageTag(language));
          String small = name.toLowerCase(Locale.ROOT).replace(".", "");
          weekdays.add(small);
          weekdays.add(small.substring(small.lastIndexOf(' ') + 1));
          weekdays.add(small.startsWith(THAI_DAY) ? small.substring(THAI_DAY.length()) : small);
        }
      }
    }
    return Set.copyOf(weekdays);
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>(Map.of("sept", 9));
    for (List<String> genitives : SERBIAN) {
      genitives.forEach(name -> numbers.put(name, genitives.indexOf(name) + 1));
    }
    Set<String> unsure = new HashSet<>();
    for (String language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          String name = name(month, style, Locale.forLanguageTag(language));
          Integer other = numbers.putIfAbsent(name, month.getValue());
          boolean isTooShort = other == null && name.length() < SHORTEST && !isFull(style);
          if (isTooShort || (other != null && other != month.getValue())) {
            unsure.add(name);
          }
        }
      }
    }
    numbers.keySet().removeAll(unsure);
    return Map.copyOf(numbers);
  }

  private static boolean isFull(TextStyle style) {
    return style == TextStyle.FULL || style == TextStyle.FULL_STANDALONE;
  }

  private static String name(Month month, TextStyle style, Locale locale) {
    return month.getDisplayName(style, locale).toLowerCase(Locale.ROOT).replace(".", "");
  }
}
