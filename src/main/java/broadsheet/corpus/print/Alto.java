package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.xml.XmlRoot;
import java.util.List;

/** ALTO without METS: an article a page. */
public final class Alto extends PageFormat {

  public Alto(DateReader dates) {
    super("alto", dates);
  }

  @Override
  boolean isRoot(XmlRoot root, String head) {
    return root.isOneOf("alto");
  }

  @Override
  List<OcrPage> pages(String text) {
    return AltoPages.of(text);
  }
}
