package broadsheet.corpus.print;

import broadsheet.article.Box;

/**
 * A printed word as recognized, or half of one. Immutable.
 *
 * @param id empty if it has none
 * @param text as printed, never blank
 * @param half which half of a hyphenated word it is
 * @param whole the whole word if it is a half and the source states it; otherwise empty
 * @param confidence of the recognition, from 0 to 1; negative if not stated
 * @param isJoined whether no blank separates it from the word before
 */
record OcrWord(
    String id, String text, Half half, String whole, Box box, float confidence, boolean isJoined) {
  static final float NO_CONFIDENCE = -1;

  /** Which half of a hyphenated word. */
  enum Half {
    NEITHER,
    FIRST,
    SECOND
  }

  OcrWord {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a word without letters");
    }
  }

  /** A word that is not hyphenated. */
  static OcrWord whole(String text, Box box, float confidence) {
    return new OcrWord("", text, Half.NEITHER, "", box, confidence, false);
  }

  OcrWord joined() {
    return new OcrWord(id, text, half, whole, box, confidence, true);
  }

  OcrWord as(Half otherHalf) {
    return new OcrWord(id, text, otherHalf, whole, box, confidence, isJoined);
  }
}
