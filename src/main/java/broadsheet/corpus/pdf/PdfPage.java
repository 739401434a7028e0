package broadsheet.corpus.pdf;

import java.util.List;

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
  PdfPage {
    paragraphs = List.copyOf(paragraphs);
  }

  /** A page whose text did not have to be recognized. */
  PdfPage(int number, Sheet sheet, int columns, List<PdfParagraph> paragraphs, boolean isRead) {
    this(number, sheet, columns, paragraphs, isRead, OcrOutcome.NONE);
  }

  PdfPage with(List<PdfParagraph> others) {
    return new PdfPage(number, sheet, columns, others, isRead, ocr);
  }

  PdfPage with(OcrOutcome outcome) {
    return new PdfPage(number, sheet, columns, paragraphs, isRead, outcome);
  }
}
