package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.json.PublishingStatus;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * NewsML-G2 by the IPTC: news items alone, or many in one message. Only text items are articles.
 */
public final class NewsMlG2 extends XmlNews {
  private static final String[] ITEMS = {
    "newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"
  };

  public NewsMlG2(DateReader dates) {
    super("newsml-g2", dates, ITEMS);
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    if (root.isOneOf("newsmessage") || (root.isOneOf(ITEMS) && !isReuters(root))) {
      return Recognition.MINE;
    }
    return root.isOneOf("groupset", "contentset", "contentmeta", "itemmeta")
        ? Recognition.noArticle("a fragment of NewsML-G2, not an item")
        : Recognition.NOT_MINE;
  }

  @Override
  Article article(Element element, XmlItem item) throws NotAnArticle {
    if (!XmlTree.isNamed(element, "newsItem")) {
      throw NotAnArticle.skipped("not news: " + localName(element));
    }
    G2Item news = new G2Item(element, item.envelope());
    PublishingStatus.requireUsable(news.status(), news.names());
    G2Content content = new G2Content(element);
    List<String> paragraphs = content.paragraphs();
    if (paragraphs.isEmpty() && !news.isText()) {
      throw NotAnArticle.skipped("not text: " + news.itemClass());
    }
    String title = XmlTree.firstOf(news.headline(), content.title());
    NotAnArticle.requireText(title, paragraphs);
    return article(news, content, item, title);
  }

  private static Article article(G2Item news, G2Content content, XmlItem item, String title) {
    G2Subjects subjects = news.subjects();
    List<String> paragraphs = content.paragraphs();
    return item.article(news.id(), "", news.names())
        .title(title)
        .standfirst(news.standfirst(title, content))
        .dateline(XmlTree.firstOf(news.dateline(), content.dateline()))
        .paragraphs(paragraphs)
        .authors(news.authors(content, paragraphs))
        .source(news.source())
        .section(subjects.section())
        .topics(subjects.topics(title))
        .places(subjects.places())
        .people(subjects.people())
        .organisations(subjects.organisations())
        .language(news.language())
        .publishedAt(item.date(news.dates()))
        .build();
  }

  /** Whether the items are from Reuters Corpus Volume 1, whose root has the same name. */
  private static boolean isReuters(XmlRoot root) {
    return root.tag().contains("itemid=");
  }

  private static String localName(Element element) {
    return element.tagName().substring(element.tagName().indexOf(':') + 1);
  }
}
