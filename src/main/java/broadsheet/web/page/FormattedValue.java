package broadsheet.web.page;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.MarkedText;
import java.util.Locale;

/** Formats facet values as people read them. */
public final class FormattedValue {
  private FormattedValue() {}

  /** The name of a language; an id as it is; other values with blanks for underscores. */
  public static String of(FacetField facet, String value) {
    return switch (facet) {
      case LANGUAGE -> PrintedLanguage.of(value);
      case CORRECTION_OF -> value;
      default -> value.replace('_', ' ');
    };
  }

  /** The same for a value with marks, which keep their places. A language stays a tag. */
  public static MarkedText of(MarkedText value) {
    return new MarkedText(value.text().replace('_', ' '), value.marks());
  }

  /** Formats languages by their English names. */
  private static final class PrintedLanguage {
    private PrintedLanguage() {}

    /**
     * The name of a language.
     *
     * @param tag a BCP 47 tag, such as {@code de-AT}
     * @return {@code German (Austria)}; the tag itself if it names no language
     */
    static String of(String tag) {
      String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
      return name.isEmpty() ? tag : name;
    }
  }
}
