package broadsheet.web.page;

import java.util.Locale;

/** Prints languages by their English names. */
public final class PrintedLanguage {
  private PrintedLanguage() {}

  /**
   * A language's name.
   *
   * @param tag as BCP 47 names it: {@code de-AT}
   * @return {@code German (Austria)}; the tag itself where it names no language
   */
  public static String of(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }
}
