package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Issues of newspapers as Gale delivers them, in each of its document types ({@code GALENP}, {@code
 * bl_ncnp_issue_apex}, {@code nccoissue}, {@code LTO_issue}): an {@code issue} of {@code article}s,
 * whose words are one {@code wd} each.
 */
public final class Gale extends XmlNews {
  public Gale(DateReader dates) {
    super("gale", dates, "article");
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    return Recognition.mineIf(
        root.isOneOf("galenp") || (root.isOneOf("issue") && peek.head().contains("<text.")));
  }

  @Override
  Article article(Element article, XmlItem item) throws NotAnArticle {
    Element text = XmlTree.at(article, "text");
    String title =
        CleanText.line(
            XmlTree.children(text, "text.title").map(Gale::words).collect(Collectors.joining(" ")));
    List<String> paragraphs =
        XmlTree.all(text, "p").stream()
            .filter(p -> p.closest("text\\.title") == null)
            .map(Gale::words)
            .filter(paragraph -> !paragraph.isEmpty())
            .toList();
    NotAnArticle.requireText(title, paragraphs);
    Element issue = item.envelope();
    return item.article(XmlTree.lineAt(article, "id"), "")
        .title(title.isEmpty() ? XmlTree.lineAt(article, "ti") : title)
        .paragraphs(paragraphs)
        .authors(Byline.people(XmlTree.lineAt(article, "au")))
        .section(XmlTree.lineAt(article, "sc"))
        .source(newspaper(issue))
        .publishedAt(
            item.date(
                XmlTree.line(XmlTree.first(issue, "searchableDateStart")),
                XmlTree.line(XmlTree.first(issue, "pf")),
                XmlTree.line(XmlTree.first(issue, "composed"))))
        .build();
  }

  /** The name of the newspaper if it is stated, otherwise Gale's code for it. */
  private static String newspaper(Element issue) {
    return XmlTree.firstOf(
        XmlTree.line(XmlTree.first(issue, "newspaperTitle")),
        XmlTree.line(XmlTree.first(issue, "jn")),
        XmlTree.line(XmlTree.first(issue, "newspaperId")));
  }

  private static String words(Element p) {
    List<Element> words = XmlTree.all(p, "wd");
    return words.isEmpty()
        ? XmlTree.line(p)
        : words.stream().map(XmlTree::line).collect(Collectors.joining(" "));
  }
}
