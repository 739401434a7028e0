package broadsheet.corpus.language;

import broadsheet.corpus.record.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects a language from the name of a file or folder, if the name can mean nothing else: a
 * language code with a script ({@code deu_Latn.tsv}) or with a country ({@code pt-BR/}). A bare
 * code may be a word, such as {@code it}, {@code pol} or {@code fin}.
 */
public final class LanguageOfPlace {
  private static final Pattern WITH_SCRIPT = Pattern.compile("([a-z]{2,3})[_-]([A-Z][a-z]{3})");
  private static final Pattern WITH_COUNTRY = Pattern.compile("([a-z]{2})[_-]([A-Z]{2})");
  private static final Pattern EXTENSION = Pattern.compile("(?:\\.\\w{1,8}){1,2}$");

  private static final Set<String> SCRIPTS =
      Set.of(
          "Latn", "Cyrl", "Arab", "Grek", "Hebr", "Deva", "Beng", "Hans", "Hant", "Jpan", "Hang",
          "Kore", "Hani", "Thai", "Taml", "Telu", "Knda", "Mlym", "Gujr", "Guru", "Orya", "Sinh",
          "Mymr", "Khmr", "Laoo", "Tibt", "Ethi", "Armn", "Geor", "Tfng", "Olck");

  /** The usual language for the code of one of its varieties. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("arb", "ar"),
          Map.entry("pes", "fa"),
          Map.entry("prs", "fa"),
          Map.entry("cmn", "zh"),
          Map.entry("zsm", "ms"),
          Map.entry("ekk", "et"),
          Map.entry("est", "et"),
          Map.entry("lvs", "lv"),
          Map.entry("npi", "ne"),
          Map.entry("ory", "or"),
          Map.entry("swh", "sw"),
          Map.entry("uzn", "uz"),
          Map.entry("khk", "mn"),
          Map.entry("als", "sq"),
          Map.entry("plt", "mg"),
          Map.entry("pbt", "ps"),
          Map.entry("ydd", "yi"),
          Map.entry("azj", "az"),
          Map.entry("kmr", "ku"),
          Map.entry("gaz", "om"),
          Map.entry("nob", "nb"));

  private LanguageOfPlace() {}

  /**
   * The language that a location names.
   *
   * @param location see {@link SourceFile#location}
   * @return BCP 47; empty if the location does not reveal it
   */
  public static String of(String location) {
    for (String name : List.of(location.split("/", -1)).reversed()) {
      String language = ofName(EXTENSION.matcher(name).replaceFirst(""));
      if (!language.isEmpty()) {
        return language;
      }
    }
    return "";
  }

  private static String ofName(String name) {
    Matcher script = WITH_SCRIPT.matcher(name);
    if (script.matches() && SCRIPTS.contains(script.group(2))) {
      return FORMS.getOrDefault(script.group(1), LanguageTag.of(script.group(1)));
    }
    Matcher country = WITH_COUNTRY.matcher(name);
    boolean isLocale =
        country.matches()
            && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)
                .contains(country.group(2));
    return isLocale ? LanguageTag.of(name) : "";
  }
}
