package broadsheet.corpus.pdf;

import java.util.List;
import java.util.stream.Stream;

/**
 * The text of a page. Immutable.
 *
 * @param number its number in the file, from 1
 * @param columns the number of columns that most of its text is set in, at least 1
 * @param isRead whether it could be read
 * @param ocr what came of the recognition of its text
 */
record PdfPage(
    int number,
    Sheet sheet,
    int columns,
    List<PdfParagraph> paragraphs,
    boolean isRead,
    OcrOutcome ocr) {
  /** HathiTrust writes three lines below each page, Gallica one. */
  private static final long MOST_OF_STAMP = 25;

  PdfPage {
    paragraphs = List.copyOf(paragraphs);
  }

  /** A page whose text did not have to be recognized. */
  PdfPage(int number, Sheet sheet, int columns, List<PdfParagraph> paragraphs, boolean isRead) {
    this(number, sheet, columns, paragraphs, isRead, OcrOutcome.NONE);
  }

  /** Whether it has no text, or only as much as libraries stamp on scans, and so may be one. */
  boolean mayBeScan() {
    return isRead && words() <= MOST_OF_STAMP;
  }

  /** The number of words in its text. */
  long words() {
    return paragraphs.stream()
        .flatMap(paragraph -> Stream.of(paragraph.text().split("\\s+", -1)))
        .limit(MOST_OF_STAMP + 1)
        .count();
  }

  PdfPage with(List<PdfParagraph> others) {
    return new PdfPage(number, sheet, columns, others, isRead, ocr);
  }

  PdfPage with(OcrOutcome outcome) {
    return new PdfPage(number, sheet, columns, paragraphs, isRead, outcome);
  }

  /**
   * The outcome of recognizing the text of a page. Immutable.
   *
   * @param failure why the page, or a part of it, was not recognized; empty if all of it was, or
   *     did not have to be
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
}
