package broadsheet.corpus;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** Reads the language a source states: {@code en}, {@code pt_BR}, {@code eng}, {@code English}. */
final class LanguageTag {
  private static final Map<String, String> CODES = codes();

  private LanguageTag() {}

  /** As BCP 47; empty if that is no language we know of. */
  static String of(String stated) {
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

  /** From two letters, three letters and the English name. */
  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String listed : Locale.getISOLanguages()) {
      Locale locale = Locale.of(listed);
      String code = locale.getLanguage();
      codes.put(listed, code);
      codes.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      try {
        codes.put(locale.getISO3Language(), code);
      } catch (MissingResourceException e) {
        codes.remove("");
      }
    }
    return Map.copyOf(codes);
  }
}
