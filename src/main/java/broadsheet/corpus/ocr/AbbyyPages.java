package broadsheet.corpus.ocr;

/** Reads the pages of ABBYY FineReader's XML, which places each letter. Use once. */
final class AbbyyPages extends PageReading {
  private final StringBuilder word = new StringBuilder();
  private SourceRectangle area = SourceRectangle.NONE;
  private double confidence;
  private int confidences;

  private SourceRectangle pending = SourceRectangle.NONE;
  private SourceRectangle line = SourceRectangle.NONE;
  private boolean hasLetters;

  AbbyyPages(String xml) {
    super(xml);
  }

  @Override
  void start() {
    switch (tags.name()) {
      case "page" -> startPage(number("width"), number("height"));
      case "block", "par" -> page.startBlock("");
      case "line" -> {
        line = SourceRectangle.between(number("l"), number("t"), number("r"), number("b"));
        hasLetters = false;
      }
      case "charParams" -> letter();
      default -> {}
    }
  }

  /** Notes the place of the letter whose text follows. */
  private void letter() {
    hasLetters = true;
    if (tags.attribute("wordStart").equals("true")) {
      endWord();
    }
    pending = SourceRectangle.between(number("l"), number("t"), number("r"), number("b"));
    float stated = Measures.percent(tags.attribute("charConfidence"));
    if (stated >= 0) {
      confidence += stated;
      confidences++;
    }
  }

  @Override
  void end() {
    switch (tags.name()) {
      case "charParams" -> {
        String text = tags.textBefore();
        if (text.isBlank()) {
          endWord();
        } else {
          word.append(text);
          area = area.and(pending);
        }
      }
      case "formatting" -> {
        if (!hasLetters) {
          page.line(tags.textBefore(), line, OcrWord.NO_CONFIDENCE);
        }
      }
      case "line" -> {
        endWord();
        page.endLine();
      }
      case "par", "block" -> page.endBlock();
      case "page" -> endPage(false);
      default -> {}
    }
  }

  @Override
  boolean isLastEnd(String name) {
    return name.equals("document") || name.equals("page");
  }

  @Override
  OcrPage finished(boolean isCutOff) {
    return page.page("", isCutOff);
  }

  @Override
  void flush() {
    endWord();
  }

  private void endWord() {
    if (!word.isEmpty()) {
      boolean isKnown = confidences > 0;
      float mean = isKnown ? (float) (confidence / confidences) : OcrWord.NO_CONFIDENCE;
      page.word(word.toString(), area, mean);
    }
    word.setLength(0);
    area = SourceRectangle.NONE;
    confidence = 0;
    confidences = 0;
  }
}
