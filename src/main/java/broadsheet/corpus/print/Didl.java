package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.xml.XmlRoot;
import org.jsoup.nodes.Element;

/** MPEG-21 DIDL by the Dutch royal library (Delpher): an issue or a bulletin with its pages. */
public final class Didl extends IssueFormat {

  /**
   * @param counter counts the pages of a PDF beside it
   */
  public Didl(DateReader dates, PageCounter counter) {
    super("didl", dates, counter);
  }

  @Override
  boolean isRoot(XmlRoot root, Peek peek) {
    return root.isOneOf("didl") || (root.isOneOf("oai-pmh") && peek.head().contains("didl:DIDL"));
  }

  @Override
  Description description(String fileName, Element root) {
    return new DidlFile(fileName, root);
  }
}
