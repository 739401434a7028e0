package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.Standfirst;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Web pages as the program trafilatura extracts them into XML: a {@code doc} is an article. */
public final class Trafilatura implements XmlVocabulary {
  @Override
  public String name() {
    return "trafilatura";
  }

  @Override
  public Recognition recognise(XmlRoot root, Peek peek) {
    boolean isDoc =
        root.isOneOf("doc")
            && peek.head().contains("<main>")
            && (root.tag().contains("hostname=") || root.tag().contains("fingerprint="));
    return isDoc ? Recognition.MINE : Recognition.NOT_MINE;
  }

  @Override
  public Set<String> items() {
    return Set.of("doc");
  }

  @Override
  public Article article(Element doc, XmlItem item) throws NotAnArticle {
    String title = XmlTree.attribute(doc, "title");
    List<String> paragraphs = XmlBlocks.paragraphs(XmlTree.at(doc, "main"));
    if (title.isEmpty() && paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("neither title nor body");
    }
    return item.article(
            "", XmlTree.firstOf(XmlTree.attribute(doc, "source"), XmlTree.attribute(doc, "url")))
        .title(title)
        .standfirst(Standfirst.of(XmlTree.attribute(doc, "excerpt"), title, paragraphs))
        .paragraphs(paragraphs)
        .authors(Names.people(XmlTree.attribute(doc, "author")))
        .source(
            XmlTree.firstOf(XmlTree.attribute(doc, "sitename"), XmlTree.attribute(doc, "hostname")))
        .topics(
            List.copyOf(
                Names.words(
                    XmlTree.firstOf(
                        XmlTree.attribute(doc, "tags"), XmlTree.attribute(doc, "categories")))))
        .language(LanguageTag.of(XmlTree.attribute(doc, "language")))
        .publishedAt(item.date(XmlTree.attribute(doc, "date")))
        .build();
  }
}
