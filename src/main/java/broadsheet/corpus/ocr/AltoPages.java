package broadsheet.corpus.ocr;

import broadsheet.corpus.ocr.OcrWord.Half;
import broadsheet.corpus.text.CleanText;

/**
 * Reads the pages of an ALTO file of any version, 1 to 4, with any prefix or namespace. Damage is
 * read over. Use once.
 */
final class AltoPages extends PageReading {
  private String image = "";

  AltoPages(String alto) {
    super(alto);
  }

  @Override
  void start() {
    switch (tags.name()) {
      case "Page" -> page();
      case "TextBlock" -> page.startBlock(tags.attribute("ID"));
      case "ComposedBlock" -> {
        if (!tags.isEmptyElement()) {
          page.startGroup(tags.attribute("ID"));
        }
      }
      case "String" -> word();
      case "HYP" -> page.hyphen();
      case "TextLine" -> page.endLine();
      default -> {}
    }
  }

  @Override
  void end() {
    switch (tags.name()) {
      case "fileName" -> image = CleanText.line(tags.textBefore());
      case "TextLine" -> page.endLine();
      case "TextBlock" -> page.endBlock();
      case "ComposedBlock" -> page.endGroup();
      case "Page" -> endPage(false);
      default -> {}
    }
  }

  @Override
  boolean isLastEnd(String name) {
    return name.equalsIgnoreCase("alto");
  }

  @Override
  OcrPage finished(boolean isCutOff) {
    return page.page(image, isCutOff);
  }

  private void page() {
    startPage(number("WIDTH"), number("HEIGHT"));
  }

  private void word() {
    if (!isInPage()) {
      return;
    }
    String whole = CleanText.line(tags.attribute("SUBS_CONTENT"));
    Half half = half(tags.attribute("SUBS_TYPE"));
    float confidence = Measures.confidence(tags.attribute("WC"));
    page.word(
        tags.attribute("ID"),
        tags.attribute("CONTENT"),
        half,
        half == Half.NEITHER || whole.indexOf(' ') >= 0 ? "" : whole,
        new SourceRectangle(number("HPOS"), number("VPOS"), number("WIDTH"), number("HEIGHT")),
        confidence,
        false);
  }

  private static Half half(String type) {
    return switch (type) {
      case "HypPart1" -> Half.FIRST;
      case "HypPart2" -> Half.SECOND;
      default -> Half.NEITHER;
    };
  }
}
