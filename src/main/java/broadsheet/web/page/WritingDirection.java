package broadsheet.web.page;

import com.ibm.icu.util.ULocale;

/** Which way languages are written. */
public final class WritingDirection {
  private WritingDirection() {}

  /**
   * The value of {@code dir} for text of that language: {@code rtl} where it is written from right
   * to left, so that a paragraph that begins with a foreign name is set like the others; else
   * {@code auto}, by which each paragraph tells.
   *
   * @param language BCP 47, its script looked at where it names one; may be empty
   */
  public static String of(String language) {
    return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "auto";
  }
}
