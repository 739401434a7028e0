package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Texts in TEI, the encoding of scholarly editions: a {@code TEI} is an article. */
public final class Tei implements XmlVocabulary {
  private static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";
  private static final Set<String> BLOCKS =
      Set.of("p", "l", "ab", "head", "item", "cell", "opener", "closer");
  private static final Set<String> LEFT_OUT =
      Set.of("note", "fw", "figdesc", "del", "orig", "sic", "abbr");

  @Override
  public String name() {
    return "tei";
  }

  @Override
  public Recognition recognise(XmlRoot root, Peek peek) {
    boolean isTei = root.isOneOf("tei", "teicorpus", "tei.2");
    return isTei || (root.tag().contains(NAMESPACE) && root.isOneOf("text"))
        ? Recognition.MINE
        : Recognition.NOT_MINE;
  }

  @Override
  public Set<String> items() {
    return Set.of("tei", "tei.2");
  }

  @Override
  public Article article(Element tei, XmlItem item) throws NotAnArticle {
    Element file = XmlTree.at(tei, "teiHeader", "fileDesc");
    List<String> paragraphs = new ArrayList<>();
    for (Element body : XmlTree.all(XmlTree.at(tei, "text"), "body")) {
      collect(body, paragraphs);
    }
    Element statement = XmlTree.at(file, "titleStmt");
    String title = XmlTree.lineAt(statement, "title");
    if (paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("no text in it");
    }
    Element publication = XmlTree.at(file, "publicationStmt");
    return item.article(XmlTree.attribute(tei, "xml:id"), "")
        .title(title.equals("...") ? "" : title)
        .paragraphs(paragraphs)
        .authors(
            XmlTree.children(statement, "author")
                .map(author -> Names.person(XmlTree.line(author)))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList())
        .source(XmlTree.lineAt(publication, "publisher"))
        .topics(
            XmlTree.lines(XmlTree.at(tei, "teiHeader", "profileDesc"), "term").distinct().toList())
        .language(LanguageTag.of(language(tei)))
        .publishedAt(item.date(dates(publication, XmlTree.at(file, "sourceDesc"))))
        .build();
  }

  private static String[] dates(Element publication, Element source) {
    return Stream.of(publication, source)
        .flatMap(part -> XmlTree.all(part, "date").stream())
        .flatMap(date -> Stream.of(XmlTree.attribute(date, "when"), XmlTree.line(date)))
        .filter(date -> !date.isEmpty())
        .toArray(String[]::new);
  }

  private static String language(Element tei) {
    Element used = XmlTree.first(tei, "language");
    return XmlTree.firstOf(XmlTree.attribute(tei, "xml:lang"), XmlTree.attribute(used, "ident"));
  }

  /** Adds the innermost blocks of an element, without notes and page furniture. */
  private static void collect(Element element, List<String> paragraphs) {
    for (Element child : element.children()) {
      String name = child.normalName().substring(child.normalName().indexOf(':') + 1);
      if (LEFT_OUT.contains(name)) {
        continue;
      }
      boolean isBlock = BLOCKS.contains(name) && XmlTree.all(child, "p", "l", "item").isEmpty();
      if (isBlock) {
        Element copy = child.clone();
        LEFT_OUT.forEach(left -> XmlTree.all(copy, left).forEach(Element::remove));
        String line = CleanText.line(XmlTree.line(copy));
        if (!line.isEmpty()) {
          paragraphs.add(line);
        }
      } else {
        collect(child, paragraphs);
      }
    }
  }
}
