package broadsheet.corpus.pdf;

import broadsheet.article.WordPlaces;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.List;

/** Joins the text of pages: a paragraph may continue on the next page. Not thread-safe. */
final class PageFlow {
  private final List<PdfParagraph> paragraphs = new ArrayList<>();

  /**
   * Adds a page.
   *
   * @param index the index of the page among the parts of the article
   */
  void add(List<PdfParagraph> page, int index) {
    boolean isFirst = true;
    for (PdfParagraph paragraph : page) {
      PdfParagraph placed = paragraph.on(index);
      boolean isContinuation =
          isFirst && !paragraphs.isEmpty() && isContinued(paragraphs.getLast(), placed);
      paragraphs.add(isContinuation ? joined(paragraphs.removeLast(), placed) : placed);
      isFirst = false;
    }
  }

  private static boolean isContinued(PdfParagraph last, PdfParagraph first) {
    return !last.isHeading()
        && !first.isHeading()
        && Character.isLowerCase(first.text().codePointAt(0))
        && !Paragraphs.endsSentence(last.text());
  }

  private static PdfParagraph joined(PdfParagraph last, PdfParagraph first) {
    boolean isBroken = PageText.isHyphenated(last.text());
    String head = isBroken ? last.text().substring(0, last.text().length() - 1) : last.text() + " ";
    PlacedText whole = PlacedText.of(last).and(PlacedText.of(first), head + first.text());
    return new PdfParagraph(
        whole.text(), last.size(), last.top(), false, WordPlaces.of(whole.places()));
  }

  /** The paragraphs of all pages so far. */
  List<PdfParagraph> paragraphs() {
    return paragraphs;
  }
}
