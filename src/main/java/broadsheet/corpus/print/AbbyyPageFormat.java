package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.xml.XmlRoot;
import java.util.List;

/** The pages of {@link Abbyy}. */
final class AbbyyPageFormat extends PageFormat {

  AbbyyPageFormat(DateReader dates) {
    super("abbyy", dates);
  }

  @Override
  boolean isRoot(XmlRoot root, String head) {
    return (root.isOneOf("document") && root.tag().contains("FineReader_xml"))
        || (root.isOneOf("page") && head.contains("<block blockType="));
  }

  @Override
  List<OcrPage> pages(String text) {
    return AbbyyPages.of(text);
  }
}
