package broadsheet.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The order in which Tesseract tries the languages of a file. The first one decides about letters
 * that another lacks: with {@code eng+deu}, German pages lose umlauts. The language of the text
 * that was recognized therefore comes first, on its page and on those after it. Not thread-safe.
 */
final class PageLanguages {
  private static final Pattern PLUS = Pattern.compile("\\+");
  private static final Pattern WORD = Pattern.compile("\\bCONTENT=\"([^\"]*)\"");

  /** Languages whose codes in Tesseract are those of others in ISO 639-2. */
  private static final Map<String, String> OTHER_CODES =
      Map.of("zho", "chi", "nob", "nor", "nno", "nor");

  private final List<String> languages;
  private final UnaryOperator<String> languageOf;

  /**
   * @param given as for Tesseract: {@code eng+deu}
   * @param languageOf the code of a text's language in ISO 639-1; empty if unknown
   */
  PageLanguages(String given, UnaryOperator<String> languageOf) {
    this.languages = new ArrayList<>(PLUS.splitAsStream(given).toList());
    this.languageOf = languageOf;
  }

  /** The languages in order, as Tesseract takes them. */
  String order() {
    return String.join("+", languages);
  }

  /**
   * Puts the language of a recognized page first.
   *
   * @return whether another was first when the page was recognized
   */
  boolean learn(String alto) {
    if (languages.size() == 1) {
      return false;
    }
    String text =
        WORD.matcher(alto).results().map(word -> word.group(1)).collect(Collectors.joining(" "));
    Optional<String> own =
        tesseract(languageOf.apply(text)).filter(o -> !languages.getFirst().equals(o));
    own.ifPresent(
        language -> {
          languages.remove(language);
          languages.addFirst(language);
        });
    return own.isPresent();
  }

  /** The language among these, also in another script: {@code deu} or {@code deu_latf}. */
  private Optional<String> tesseract(String language) {
    String code = code(language);
    boolean isFirst = isOf(languages.getFirst(), code);
    return code.isEmpty() || isFirst
        ? Optional.empty()
        : languages.stream().filter(each -> isOf(each, code)).findFirst();
  }

  private static boolean isOf(String language, String code) {
    return language.equals(code) || language.startsWith(code + "_");
  }

  private static String code(String language) {
    try {
      String code = Locale.forLanguageTag(language).getISO3Language();
      return OTHER_CODES.getOrDefault(code, code);
    } catch (MissingResourceException e) { // a language without a code of three letters
      return "";
    }
  }
}
