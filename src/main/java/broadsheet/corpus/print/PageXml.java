package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.xml.XmlRoot;
import java.util.List;

/** PAGE XML: an article a page. */
public final class PageXml extends PageFormat {

  public PageXml(DateReader dates) {
    super("page-xml", dates);
  }

  @Override
  boolean isRoot(XmlRoot root, String head) {
    return root.isOneOf("pcgts");
  }

  @Override
  List<OcrPage> pages(String text) {
    return PageXmlPages.of(text);
  }
}
