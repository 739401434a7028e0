package broadsheet.corpus.ocr;

/** Reads the pages of the XML of DjVu's text layer ({@code _djvu.xml}). Use once. */
final class DjvuPages extends PageReading {
  private SourceRectangle area = SourceRectangle.NONE;
  private float confidence = OcrWord.NO_CONFIDENCE;

  DjvuPages(String xml) {
    super(xml);
  }

  @Override
  void start() {
    switch (tags.name()) {
      case "OBJECT" -> startPage(number("width"), number("height"));
      case "PARAGRAPH", "REGION" -> page.startBlock("");
      case "WORD" -> {
        area = area(tags.attribute("coords"));
        confidence = Measures.percent(tags.attribute("x-confidence"));
      }
      default -> {}
    }
  }

  @Override
  void end() {
    switch (tags.name()) {
      case "WORD" -> page.word(tags.textBefore(), area, confidence);
      case "LINE" -> page.endLine();
      case "OBJECT" -> endPage(false);
      default -> {}
    }
  }

  @Override
  boolean isLastEnd(String name) {
    return name.equals("DjVuXML");
  }

  @Override
  OcrPage finished(boolean isCutOff) {
    return page.page("", isCutOff);
  }

  /** Left, bottom, right, top; the base line may follow. */
  private static SourceRectangle area(String coords) {
    String[] numbers = coords.split(",", -1);
    if (numbers.length < 4) {
      return SourceRectangle.NONE;
    }
    double bottom = Measures.number(numbers[1]);
    double top = Measures.number(numbers[3]);
    return SourceRectangle.between(
        Measures.number(numbers[0]),
        Math.min(top, bottom),
        Measures.number(numbers[2]),
        Math.max(top, bottom));
  }
}
