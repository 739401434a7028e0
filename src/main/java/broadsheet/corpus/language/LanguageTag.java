package broadsheet.corpus.language;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parses a language as stated by a source: {@code en}, {@code pt_BR}, {@code eng}, {@code English}.
 */
public final class LanguageTag {

  /**
   * Codes of the most widely written variety of a language, which some use for the language itself.
   */
  private static final Map<String, String> OF_ONE_KIND =
      Map.of(
          "cmn", "zh", "arb", "ar", "pes", "fa", "swh", "sw", "lvs", "lv", "ekk", "et", "plt", "mg",
          "zlm", "ms", "als", "sq");

  /** Languages of news that only have a three-letter code. */
  private static final Set<String> WITHOUT_SHORT_CODE =
      Set.of(
          "ast", "bem", "ceb", "ckb", "crh", "fil", "fur", "gsw", "haw", "hil", "hsb", "ilo", "kab",
          "kri", "ltg", "luo", "nds", "nso", "pap", "pcm", "scn", "tet", "tpi", "tum", "war", "yue",
          "zgh");

  /** The codes of ISO 639-2 for libraries, where they differ from the others. */
  private static final Map<String, String> OF_LIBRARIES =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("mao", "mi"),
          Map.entry("may", "ms"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"));

  private static final Map<String, String> CODES = codes();

  private LanguageTag() {}

  /**
   * The language of a work as BCP 47; empty if none is known, or several are: which of them a part
   * of the work is in, only its text shows.
   */
  public static String only(Stream<String> stated) {
    List<String> known =
        stated.map(LanguageTag::of).filter(tag -> !tag.isEmpty()).distinct().toList();
    boolean isOne = known.stream().map(tag -> tag.replaceFirst("-.*", "")).distinct().count() == 1;
    return isOne ? known.getFirst() : "";
  }

  /** The language as BCP 47; empty if it is unknown. */
  public static String of(String stated) {
    String code = CODES.get(stated.toLowerCase(Locale.ROOT));
    if (code != null) {
      return code;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(stated.replace('_', '-')).build();
      String language = CODES.getOrDefault(locale.getLanguage(), "");
      return language.isEmpty() || locale.getCountry().isEmpty()
          ? language
          : language + "-" + locale.getCountry();
    } catch (IllformedLocaleException e) {
      return "";
    }
  }

  /** By two letters, three letters and English name. */
  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String stated : Locale.getISOLanguages()) {
      Locale locale = Locale.of(stated);
      String code = locale.getLanguage(); // "he" for the old code "iw", which is still listed
      codes.put(stated, code);
      codes.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      try {
        codes.put(locale.getISO3Language(), code);
      } catch (MissingResourceException e) {
        codes.remove("");
      }
    }
    WITHOUT_SHORT_CODE.forEach(code -> codes.put(code, code));
    codes.putAll(OF_ONE_KIND);
    codes.putAll(OF_LIBRARIES);
    codes.put("kr", "ko"); // officially Kanuri, but people who write it mean Korean
    return Map.copyOf(codes);
  }
}
