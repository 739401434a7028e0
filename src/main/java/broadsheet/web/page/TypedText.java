package broadsheet.web.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared with what readers type. */
public final class TypedText {
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\"“”„]");

  private TypedText() {}

  /** A text without capitals, accents and quotation marks. */
  public static String folded(String text) {
    String apart = Normalizer.normalize(text.replace('’', '\''), Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").strip().toLowerCase(Locale.ROOT);
  }
}
