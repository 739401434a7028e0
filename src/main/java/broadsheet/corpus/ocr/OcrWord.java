package broadsheet.corpus.ocr;

import broadsheet.article.Box;

/**
 * A word of OCR output, or one half of a hyphenated word. Immutable.
 *
 * @param id empty if it has none
 * @param text the text as printed, never blank
 * @param half which half of a hyphenated word it is
 * @param whole the whole word if it is a half and the source states it; otherwise empty
 * @param confidence the confidence of the recognition, from 0 to 1; negative if not stated
 * @param isJoined whether no blank separates it from the word before
 */
public record OcrWord(
    String id, String text, Half half, String whole, Box box, float confidence, boolean isJoined) {
  public static final float NO_CONFIDENCE = -1;

  /** The half of a hyphenated word. */
  public enum Half {
    NEITHER,
    FIRST,
    SECOND
  }

  public OcrWord {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a word without letters");
    }
  }
}
