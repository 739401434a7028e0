package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.xml.XmlRoot;
import java.util.List;

/** The text layer of DjVu as XML: an article a page. */
public final class Djvu extends PageFormat {

  public Djvu(DateReader dates) {
    super("djvu", dates);
  }

  @Override
  boolean isRoot(XmlRoot root, String head) {
    return root.isOneOf("djvuxml");
  }

  @Override
  List<OcrPage> pages(String text) {
    return DjvuPages.of(text);
  }
}
