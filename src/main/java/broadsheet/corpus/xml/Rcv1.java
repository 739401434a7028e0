package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.Byline;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Reuters Corpus Volume 1 and 2: one {@code newsitem} per article, with codes for topics, countries
 * and industries. Source: Lewis et al., "RCV1: A New Benchmark Collection for Text Categorization
 * Research", JMLR 2004.
 */
public final class Rcv1 extends XmlNews {
  public Rcv1(DateReader dates) {
    super("rcv1", dates, "newsitem");
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    return Recognition.mineIf(root.isOneOf("newsitem") && root.tag().contains("itemid="));
  }

  @Override
  Article article(Element news, XmlItem item) throws NotAnArticle {
    List<String> paragraphs = XmlBlocks.paragraphs(XmlTree.at(news, "text"));
    String title = XmlTree.firstOf(XmlTree.lineAt(news, "headline"), XmlTree.lineAt(news, "title"));
    NotAnArticle.requireText(title, paragraphs);
    Element metadata = XmlTree.at(news, "metadata");
    return item.article(XmlTree.attribute(news, "itemid"), "")
        .title(title)
        .dateline(XmlTree.lineAt(news, "dateline"))
        .paragraphs(paragraphs)
        .authors(Byline.people(XmlTree.lineAt(news, "byline")))
        .source(XmlTree.firstOf(dublinCore(metadata, "source"), "Reuters"))
        .topics(
            Stream.of("topics", "industries")
                .flatMap(of -> codes(metadata, of))
                .distinct()
                .toList())
        .places(codes(metadata, "countries").distinct().toList())
        .language(LanguageTag.of(XmlTree.attribute(news, "xml:lang")))
        .publishedAt(
            item.date(XmlTree.attribute(news, "date"), dublinCore(metadata, "date.published")))
        .build();
  }

  /** The codes of one list, such as {@code bip:topics:1.0}. */
  private static Stream<String> codes(Element metadata, String list) {
    return XmlTree.children(metadata, "codes")
        .filter(codes -> codes.attr("class").contains(":" + list))
        .flatMap(codes -> XmlTree.children(codes, "code"))
        .map(code -> XmlTree.attribute(code, "code"))
        .filter(code -> !code.isEmpty());
  }

  private static String dublinCore(Element metadata, String element) {
    return XmlTree.children(metadata, "dc")
        .filter(dc -> dc.attr("element").equals("dc." + element))
        .map(dc -> XmlTree.attribute(dc, "value"))
        .findFirst()
        .orElse("");
  }
}
