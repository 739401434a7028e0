package broadsheet.corpus.print;

import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.xml.XmlRoot;
import broadsheet.corpus.xml.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The ticket that accompanies the ABBYY pages of an issue: its newspaper, date and pages. */
record AbbyyTicket(Element root) implements IssueFormat.Description {

  static boolean isRoot(XmlRoot root) {
    return root.isOneOf("ticket") && root.tag().toLowerCase(Locale.ROOT).contains("abbyy");
  }

  @Override
  public List<String> files() {
    return XmlTree.all(root, "image").stream().map(image -> name(image, "xml")).toList();
  }

  @Override
  public boolean hasDivisions() {
    return false;
  }

  @Override
  public Issue issue(IssueFacts facts) {
    List<Issue.Page> pages = new ArrayList<>();
    for (Element image : XmlTree.all(root, "image")) {
      List<String> texts = List.of(name(image, "xml"));
      List<String> scans = PageImages.candidates(List.of(name(image, "src")), texts);
      pages.add(new Issue.Page(Integer.toString(pages.size() + 1), texts, scans));
    }
    Element about = XmlTree.first(root, "meta");
    return new Issue(
        facts.newspaper(CleanText.line(XmlTree.line(XmlTree.first(about, "title")))),
        facts.date(List.of(XmlTree.line(XmlTree.first(about, "date")))),
        LanguageTag.only(XmlTree.all(about, "language").stream().map(XmlTree::line)),
        "",
        pages,
        List.of());
  }

  private static String name(Element image, String attribute) {
    String path = XmlTree.attribute(image, attribute).replace('\\', '/');
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
