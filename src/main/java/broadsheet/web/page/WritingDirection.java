package broadsheet.web.page;

import com.ibm.icu.util.ULocale;

/** The writing direction of languages. */
public final class WritingDirection {
  private WritingDirection() {}

  /**
   * The value of {@code dir} for text in a language: {@code rtl} for one written from right to
   * left, so that a paragraph that begins with a foreign name is set like the others; otherwise
   * {@code auto}, which lets each paragraph decide.
   *
   * @param language a BCP 47 tag, whose script counts if it names one; may be empty
   */
  public static String of(String language) {
    return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "auto";
  }
}
