package broadsheet.corpus.ocr;

import java.util.ArrayList;
import java.util.List;

/** Reads the pages of the XML of DjVu's text layer ({@code _djvu.xml}). Stateless. */
final class DjvuPages {
  private DjvuPages() {}

  static List<OcrPage> of(String xml) {
    TagReader tags = new TagReader(xml);
    List<OcrPage> pages = new ArrayList<>();
    PageBuilder page = new PageBuilder();
    boolean isInPage = false;
    boolean isWhole = false;
    SourceRectangle area = SourceRectangle.NONE;
    float confidence = OcrWord.NO_CONFIDENCE;
    while (tags.next()) {
      if (tags.isStart("OBJECT")) {
        page = new PageBuilder().size(number(tags, "width"), number(tags, "height"));
        isInPage = true;
      } else if (tags.isStart("PARAGRAPH") || tags.isStart("REGION")) {
        page.startBlock("");
      } else if (tags.isStart("WORD")) {
        area = area(tags.attribute("coords"));
        confidence = Measures.percent(tags.attribute("x-confidence"));
      } else if (tags.isEnd("WORD")) {
        page.word(tags.textBefore(), area, confidence);
      } else if (tags.isEnd("LINE")) {
        page.endLine();
      } else if (tags.isEnd("OBJECT")) {
        pages.add(page.page(0, "", false));
        isInPage = false;
      }
      isWhole |= tags.isEnd("DjVuXML");
    }
    if (isInPage) {
      pages.add(page.page(0, "", !isWhole));
    }
    return pages;
  }

  private static double number(TagReader tags, String attribute) {
    return Measures.number(tags.attribute(attribute));
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
