package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.xml.XmlRoot;
import java.util.List;

/** hOCR: an article a page. */
public final class Hocr extends PageFormat {

  public Hocr(DateReader dates) {
    super("hocr", dates);
  }

  @Override
  boolean isRoot(XmlRoot root, String head) {
    return head.contains("ocr_page") && root.isOneOf("html", "div", "body");
  }

  @Override
  List<OcrPage> pages(String text) {
    return HocrPages.of(text);
  }
}
