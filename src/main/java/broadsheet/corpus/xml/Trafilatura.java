package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.RepeatedTitle;
import broadsheet.corpus.text.Standfirst;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Web pages as the program trafilatura extracts them into XML: a {@code doc} is an article. Source:
 * https://github.com/adbar/trafilatura/blob/master/trafilatura/xml.py, and that of its release
 * 0.8.0 for older files.
 */
public final class Trafilatura extends XmlNews {
  /** Its names for elements of HTML. */
  private static final Map<String, String> IN_HTML =
      Map.of(
          "head", "h2",
          "lb", "br",
          "list", "ul",
          "item", "li",
          "quote", "blockquote",
          "row", "tr",
          "cell", "td",
          "hi", "b",
          "ref", "a",
          "del", "s");

  public Trafilatura(DateReader dates) {
    super("trafilatura", dates, "doc");
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    return Recognition.mineIf(
        root.isOneOf("doc")
            && peek.head().contains("<main>")
            && (root.tag().contains("hostname=") || root.tag().contains("fingerprint=")));
  }

  @Override
  Article article(Element doc, XmlItem item) throws NotAnArticle {
    String title = XmlTree.attribute(doc, "title");
    List<String> paragraphs = RepeatedTitle.removed(title, paragraphs(XmlTree.at(doc, "main")));
    NotAnArticle.requireText(title, paragraphs);
    return item.article("", either(doc, "url", "source"))
        .title(title)
        .standfirst(Standfirst.of(either(doc, "description", "excerpt"), title, paragraphs))
        .paragraphs(paragraphs)
        .authors(Names.people(XmlTree.attribute(doc, "author")))
        .source(either(doc, "sitename", "hostname"))
        .topics(List.copyOf(Names.wordsBetweenCommas(either(doc, "tags", "categories"))))
        .language(LanguageTag.of(XmlTree.attribute(doc, "language")))
        .publishedAt(item.date(XmlTree.attribute(doc, "date")))
        .build();
  }

  private static List<String> paragraphs(Element main) {
    main.getAllElements().forEach(e -> e.tagName(IN_HTML.getOrDefault(e.tagName(), e.tagName())));
    return XmlBlocks.paragraphs(main);
  }

  private static String either(Element doc, String name, String olderName) {
    return XmlTree.firstOf(XmlTree.attribute(doc, name), XmlTree.attribute(doc, olderName));
  }
}
