package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.xml.XmlRoot;
import org.jsoup.nodes.Element;

/**
 * METS: the issue of a newspaper. Its logical divisions are the articles; without any, each page is
 * one.
 */
public final class Mets extends IssueFormat {

  /**
   * @param counter counts the pages of a PDF beside it
   */
  public Mets(DateReader dates, PageCounter counter) {
    super("mets", dates, counter);
  }

  @Override
  boolean isRoot(XmlRoot root, Peek peek) {
    return root.isOneOf("mets");
  }

  @Override
  Description description(String fileName, Element root) {
    return new MetsFile(root);
  }
}
