package broadsheet.corpus.pdf;

/**
 * The outcome of recognizing the text of a page. Immutable.
 *
 * @param failure why the page, or a part of it, was not recognized; empty if all of it was, or did
 *     not have to be
 * @param words the number of words with a confidence; 0 if the page was not recognized
 * @param confidence the sum of their confidences, each from 0 to 1
 */
record OcrOutcome(String failure, int words, double confidence) {
  /** The page did not have to be recognized, or has no text. */
  static final OcrOutcome NONE = new OcrOutcome("", 0, 0);

  static OcrOutcome failed(String reason) {
    return new OcrOutcome(reason, 0, 0);
  }
}
