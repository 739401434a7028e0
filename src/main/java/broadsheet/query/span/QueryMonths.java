package broadsheet.query.span;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the months, whole and abbreviated, in English, German, French, Spanish, Italian,
 * Portuguese and Dutch, as the Java platform has them; in any case, with or without accents.
 * Stateless.
 */
public final class QueryMonths {
  private static final List<Locale> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pt", "nl").stream().map(Locale::of).toList();

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** Abbreviations that are also common words. */
  private static final Set<String> WORDS = Set.of("ago", "gen", "lug", "mag", "out", "set");

  private static final Map<String, Month> MONTHS = months();

  private QueryMonths() {}

  /** The month with that name, which may end in a full stop; empty for none. */
  public static Optional<Month> named(String word) {
    return Optional.ofNullable(MONTHS.get(plain(word)));
  }

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          months.putIfAbsent(plain(month.getDisplayName(style, language)), month);
        }
      }
    }
    months.put("sept", Month.SEPTEMBER);
    months.keySet().removeAll(WORDS);
    return Map.copyOf(months);
  }

  private static String plain(String name) {
    String letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String small = letters.toLowerCase(Locale.ROOT);
    return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
  }
}
