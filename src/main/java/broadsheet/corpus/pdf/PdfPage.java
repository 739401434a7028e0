package broadsheet.corpus.pdf;

import java.util.List;

/**
 * The text of a page. Immutable.
 *
 * @param number its number in the file, from 1
 * @param columns the number of columns that most of its text is set in, at least 1
 */
record PdfPage(int number, Sheet sheet, int columns, List<PdfParagraph> paragraphs) {
  PdfPage {
    paragraphs = List.copyOf(paragraphs);
  }

  PdfPage with(List<PdfParagraph> others) {
    return new PdfPage(number, sheet, columns, others);
  }
}
