package broadsheet.corpus.ocr;

import broadsheet.corpus.ocr.OcrWord.Half;

/**
 * Reads the pages of TETML, in which PDFlib TET writes the text of a PDF: words, or whole lines or
 * paragraphs, with boxes that are measured from the foot of the page. Punctuation is a word of its
 * own, joined to the word that it touches. Use once. Source: http://www.pdflib.com/XML/TET5/TET-5.0
 * and earlier.
 */
final class TetmlPages extends PageReading {
  /** A smaller gap than this, as a share of the height of the print, is no blank. */
  private static final double BLANK = 0.12;

  private String pdf = "";
  private String text = "";
  private SourceRectangle area = SourceRectangle.NONE;
  private SourceRectangle before = SourceRectangle.NONE;
  private double height;

  TetmlPages(String xml) {
    super(xml);
  }

  @Override
  void start() {
    switch (tags.name()) {
      case "Document" -> pdf = tags.attribute("filename");
      case "Page" -> {
        height = number("height");
        startPage(number("width"), height);
      }
      case "Para" -> {
        page.startBlock("");
        before = SourceRectangle.NONE;
      }
      case "Box" -> area = area.equals(SourceRectangle.NONE) ? box() : area;
      default -> {}
    }
  }

  @Override
  void end() {
    switch (tags.name()) {
      case "Text" -> {
        text = tags.textBefore();
        area = SourceRectangle.NONE;
      }
      case "Word" -> word();
      case "Line", "Para" -> {
        page.line(text, area, OcrWord.NO_CONFIDENCE);
        text = "";
        page.endLine();
        before = SourceRectangle.NONE;
      }
      case "Page" -> endPage(false);
      default -> {}
    }
  }

  private void word() {
    boolean isJoined =
        !before.equals(SourceRectangle.NONE)
            && area.top() < before.bottom()
            && before.top() < area.bottom()
            && area.left() - before.right() < BLANK * Math.min(area.height(), before.height());
    page.word("", text, Half.NEITHER, "", area, OcrWord.NO_CONFIDENCE, isJoined);
    text = "";
    before = area;
  }

  private SourceRectangle box() {
    return SourceRectangle.between(
        number("llx"), height - number("ury"), number("urx"), height - number("lly"));
  }

  @Override
  boolean isLastEnd(String name) {
    return name.equals("TET");
  }

  @Override
  OcrPage finished(boolean isCutOff) {
    return page.page(pdf, isCutOff);
  }
}
