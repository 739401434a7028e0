package broadsheet.corpus.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * The main script of a text, and its language if only one language uses that script. Immutable.
 *
 * @param letters the number of letters in that script
 * @param language BCP 47; empty if several languages share the script, or there are no letters
 */
record Script(int letters, String language) {

  /** The share of letters the main script needs, since a text may quote other scripts. */
  private static final double MOST = 0.6;

  /** Text with at least this share of kana beside ideographs is Japanese, not Chinese. */
  private static final double JAPANESE = 0.1;

  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.ORIYA, "or"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.MYANMAR, "my"));

  /** Looks at every letter of a text. */
  static Script of(String text) {
    Map<UnicodeScript, Integer> counts = counts(text);
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0);
    int han = counts.getOrDefault(UnicodeScript.HAN, 0);
    if (kana > 0 && kana >= JAPANESE * (kana + han)) {
      counts.merge(UnicodeScript.HIRAGANA, han, Integer::sum);
      counts.remove(UnicodeScript.HAN);
    }
    return counts.entrySet().stream()
        .filter(count -> count.getValue() >= MOST * all)
        .findFirst()
        .map(count -> new Script(count.getValue(), LANGUAGES.getOrDefault(count.getKey(), "")))
        .orElse(new Script(0, ""));
  }

  private static Map<UnicodeScript, Integer> counts(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        latin += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 1 : 0;
      } else if (Character.isLetter(c)) {
        counts.merge(script(c), 1, Integer::sum);
      }
    }
    counts.merge(UnicodeScript.LATIN, latin, Integer::sum);
    return counts;
  }

  private static UnicodeScript script(char c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script;
  }
}
