package broadsheet.corpus.pdf;

import java.util.List;

/**
 * The text of a page. Immutable.
 *
 * @param number its number in the file, from 1
 * @param columns the number of columns that most of its text is set in, at least 1
 * @param isRead whether it could be read
 */
record PdfPage(
    int number, Sheet sheet, int columns, List<PdfParagraph> paragraphs, boolean isRead) {
  PdfPage {
    paragraphs = List.copyOf(paragraphs);
  }

  PdfPage with(List<PdfParagraph> others) {
    return new PdfPage(number, sheet, columns, others, isRead);
  }
}
