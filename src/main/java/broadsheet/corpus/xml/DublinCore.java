package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Records of libraries in Dublin Core, as they are harvested by OAI-PMH. They describe an issue or
 * article and have no text of their own.
 */
public final class DublinCore extends XmlNews {
  private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/";

  public DublinCore(DateReader dates) {
    super("oai-dc", dates, "record");
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    return Recognition.mineIf(peek.head().contains(NAMESPACE));
  }

  @Override
  Article article(Element record, XmlItem item) throws NotAnArticle {
    if (XmlTree.attribute(XmlTree.at(record, "header"), "status").equals("deleted")) {
      throw NotAnArticle.skipped("withdrawn by its library");
    }
    Element dc = XmlTree.first(record, "metadata");
    String title = XmlTree.line(XmlTree.first(dc, "title"));
    if (title.isEmpty()) {
      throw NotAnArticle.skipped("neither title nor body");
    }
    String address =
        XmlTree.lines(dc, "identifier").filter(id -> id.startsWith("http")).findFirst().orElse("");
    return item.article(XmlTree.lineAt(record, "header", "identifier"), address)
        .title(title)
        .paragraphs(distinct(dc, "description"))
        .authors(distinct(dc, "creator"))
        .source(XmlTree.line(XmlTree.first(dc, "publisher")))
        .topics(distinct(dc, "subject"))
        .places(distinct(dc, "coverage"))
        .language(LanguageTag.only(XmlTree.lines(dc, "language")))
        .publishedAt(item.date(XmlTree.lines(dc, "date").toArray(String[]::new)))
        .build();
  }

  private static List<String> distinct(Element dc, String name) {
    return XmlTree.lines(dc, name).distinct().toList();
  }
}
