package broadsheet.corpus.ocr;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the pages of hOCR, well-formed or not. Use once. */
final class HocrPages extends PageReading {
  private static final Pattern BOX =
      Pattern.compile("\\bbbox\\s+(-?[\\d.]+)\\s+(-?[\\d.]+)\\s+(-?[\\d.]+)\\s+(-?[\\d.]+)");
  private static final Pattern CONFIDENCE =
      Pattern.compile("\\b(?:x_wconf|x_conf|x_confs)\\s+(\\d+(?:\\.\\d+)?)");
  private static final Pattern IMAGE = Pattern.compile("\\bimage\\s+[\"']?([^\"';]+)");

  private String image = "";

  /** The text of the word or line that is open, with its own description. */
  private final StringBuilder text = new StringBuilder();

  private String description = "";
  private boolean isInWord;
  private int inner;
  private String line = "";

  HocrPages(String hocr) {
    super(hocr);
  }

  @Override
  void start() {
    text.append(tags.textBefore());
    String kind = tags.attribute("class");
    switch (kind.isEmpty() ? "" : kind.split(" ", 2)[0]) {
      case "ocr_page" -> page();
      case "ocr_carea", "ocrx_block", "ocr_block", "ocr_par" -> {
        flush();
        page.endLine();
        page.startBlock(tags.attribute("id"));
      }
      case "ocr_line", "ocrx_line", "ocr_header", "ocr_textfloat", "ocr_caption" -> {
        flush();
        page.endLine();
        line = tags.attribute("title");
        description = line;
      }
      case "ocrx_word" -> {
        flush();
        isInWord = true;
        inner = 0;
        description = tags.attribute("title");
        line = "";
      }
      default -> inner += tags.isEmptyElement() ? 0 : 1;
    }
  }

  @Override
  void end() {
    text.append(tags.textBefore());
    if (isInWord && inner-- == 0) {
      flush();
    }
  }

  @Override
  boolean isLastEnd(String name) {
    return true;
  }

  @Override
  OcrPage finished(boolean isCutOff) {
    return page.page(image, false);
  }

  /** Adds the word that is open. */
  @Override
  void flush() {
    if (isInWord && isInPage()) {
      page.word(text.toString(), area(description), confidence(description));
    } else if (!line.isEmpty() && isInPage()) {
      page.line(text.toString(), area(line), confidence(line));
    }
    text.setLength(0);
    isInWord = false;
    line = "";
  }

  private void page() {
    String title = tags.attribute("title");
    SourceRectangle area = area(title);
    startPage(area.right(), area.bottom());
    Matcher named = IMAGE.matcher(title);
    image = named.find() ? named.group(1).strip() : "";
  }

  private static SourceRectangle area(String title) {
    Matcher box = BOX.matcher(title);
    return box.find()
        ? SourceRectangle.between(
            Measures.number(box.group(1)),
            Measures.number(box.group(2)),
            Measures.number(box.group(3)),
            Measures.number(box.group(4)))
        : SourceRectangle.NONE;
  }

  private static float confidence(String title) {
    Matcher stated = CONFIDENCE.matcher(title);
    return stated.find() ? Measures.percent(stated.group(1)) : OcrWord.NO_CONFIDENCE;
  }
}
