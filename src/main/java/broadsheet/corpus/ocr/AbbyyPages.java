package broadsheet.corpus.ocr;

import java.util.ArrayList;
import java.util.List;

/** Reads the pages of ABBYY FineReader's XML, which places each letter. Stateless. */
final class AbbyyPages {
  private AbbyyPages() {}

  static List<OcrPage> of(String xml) {
    return new Reading(xml).all();
  }

  /** The reading of one file. */
  private static final class Reading {
    private final TagReader tags;
    private final List<OcrPage> pages = new ArrayList<>();
    private PageBuilder page = new PageBuilder();
    private boolean isInPage;

    private final StringBuilder word = new StringBuilder();
    private SourceRectangle area = SourceRectangle.NONE;
    private double confidence;
    private int confidences;

    private SourceRectangle pending = SourceRectangle.NONE;
    private SourceRectangle line = SourceRectangle.NONE;
    private boolean hasLetters;

    Reading(String xml) {
      tags = new TagReader(xml);
    }

    List<OcrPage> all() {
      boolean isWhole = false;
      while (tags.next()) {
        if (tags.isStart()) {
          start();
        } else {
          isWhole |= tags.isEnd("document") || tags.isEnd("page");
          end();
        }
      }
      endPage(!isWhole);
      return pages;
    }

    private void start() {
      switch (tags.name()) {
        case "page" -> {
          endPage(true);
          isInPage = true;
          page = new PageBuilder().size(number("width"), number("height"));
        }
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

    private void end() {
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

    private void endPage(boolean isCutOff) {
      endWord();
      if (isInPage) {
        pages.add(page.page(0, "", isCutOff));
      }
      isInPage = false;
    }

    private double number(String attribute) {
      return Measures.number(tags.attribute(attribute));
    }
  }
}
