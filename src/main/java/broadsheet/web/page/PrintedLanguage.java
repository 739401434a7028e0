package broadsheet.web.page;

import java.util.Locale;

/** Formats languages by their English names. */
public final class PrintedLanguage {
  private PrintedLanguage() {}

  /**
   * The name of a language.
   *
   * @param tag a BCP 47 tag, such as {@code de-AT}
   * @return {@code German (Austria)}; the tag itself if it names no language
   */
  public static String of(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }
}
