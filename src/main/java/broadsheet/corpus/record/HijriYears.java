package broadsheet.corpus.record;

import broadsheet.article.Article;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides by an article's language or script whether a year such as 1400 may be lunar (Hijri). Iran
 * and Afghanistan count solar years; where Arabic and Urdu are written, the same number may be a
 * lunar year.
 */
final class HijriYears {
  private static final Set<String> LUNAR = Set.of("ar", "ur");
  private static final Pattern ARABIC_LETTER = Pattern.compile("\\p{IsArabic}");
  private static final Pattern PERSIAN_LETTER = Pattern.compile("[پچژگ]");

  private HijriYears() {}

  /** Whether the language, or without one the letters, leave the lunar calendar possible. */
  static boolean mayBeLunar(Article article) {
    String language = article.language();
    if (!language.isEmpty()) {
      return LUNAR.contains(language.split("-", 2)[0]);
    }
    String text = article.title() + String.join(" ", article.paragraphs());
    return ARABIC_LETTER.matcher(text).find() && !PERSIAN_LETTER.matcher(text).find();
  }
}
