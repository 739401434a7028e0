package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Factiva's articles as its services answer them: one {@code article} each. */
public final class FactivaXml extends XmlNews {
  private static final String[] TEXTS = {"leadParagraph", "tailParagraphs", "contact", "notes"};

  public FactivaXml(DateReader dates) {
    super("factiva-xml", dates, "article");
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    boolean isFactiva =
        peek.head().contains("//global.factiva.com/") || peek.head().contains("<ppsarticle>");
    return Recognition.mineIf(isFactiva && peek.head().contains("<headline"));
  }

  @Override
  Article article(Element article, XmlItem item) throws NotAnArticle {
    String title = XmlTree.lineAt(article, "headline");
    List<String> paragraphs = paragraphs(article);
    NotAnArticle.requireText(title, paragraphs);
    return item.article(XmlTree.lineAt(article, "accessionNo"), "")
        .title(title)
        .paragraphs(paragraphs)
        .authors(Byline.people(XmlTree.lineAt(article, "byline")))
        .source(XmlTree.lineAt(article, "sourceName"))
        .section(XmlTree.lineAt(article, "sectionName"))
        .topics(names(article, "newsSubject"))
        .places(names(article, "region"))
        .organisations(names(article, "company"))
        .language(LanguageTag.of(XmlTree.lineAt(article, "baseLanguage")))
        .publishedAt(
            item.date(
                XmlTree.lineAt(article, "publicationDate", "date"),
                XmlTree.lineAt(article, "publicationDate")))
        .build();
  }

  /** Text without elements in it is hard-wrapped, and an indent begins a paragraph. */
  private static List<String> paragraphs(Element article) {
    List<String> paragraphs = new ArrayList<>();
    for (String name : TEXTS) {
      Element text = XmlTree.at(article, name);
      if (text.childrenSize() > 0) {
        XmlTree.children(text, "paragraph").map(XmlTree::line).forEach(paragraphs::add);
      } else {
        paragraphs.addAll(Paragraphs.joined(Markup.lines(text.wholeText()), 0));
      }
    }
    return paragraphs.stream().filter(paragraph -> !paragraph.isEmpty()).toList();
  }

  private static List<String> names(Element article, String kind) {
    return XmlTree.children(article, kind)
        .map(found -> XmlTree.lineAt(found, "name"))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }
}
