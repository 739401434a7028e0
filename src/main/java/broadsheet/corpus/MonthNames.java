package broadsheet.corpus;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The months by their names, whole and short, in the languages that news is most printed in. A word
 * that means different months in two of them means none.
 */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ro", "hu",
          "tr", "hr", "ru", "uk", "bg", "el", "id", "ms", "ca", "sw");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private static final int SHORTEST = 3;
  private static final Map<String, Integer> NUMBERS = numbers();

  private MonthNames() {}

  /** From 1; 0 for a word that is no month, or not surely one. */
  static int number(String name) {
    return NUMBERS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>(Map.of("sept", 9));
    Set<String> unsure = new HashSet<>();
    for (String language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          String name = name(month, style, Locale.of(language));
          Integer other = numbers.putIfAbsent(name, month.getValue());
          if (name.length() < SHORTEST || (other != null && other != month.getValue())) {
            unsure.add(name);
          }
        }
      }
    }
    numbers.keySet().removeAll(unsure);
    return Map.copyOf(numbers);
  }

  private static String name(Month month, TextStyle style, Locale locale) {
    return month.getDisplayName(style, locale).toLowerCase(Locale.ROOT).replace(".", "");
  }
}
