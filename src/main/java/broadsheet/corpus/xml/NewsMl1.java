package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.json.PublishingStatus;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import java.util.List;
import org.jsoup.nodes.Element;

/** NewsML 1.x by the IPTC: {@code NewsItem}s in an envelope. Only items with text are articles. */
public final class NewsMl1 extends XmlNews {
  public NewsMl1(DateReader dates) {
    super("newsml1", dates, "newsitem");
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    return Recognition.mineIf(root.isOneOf("newsml"));
  }

  /** A component of an item may be an item. */
  @Override
  boolean mayNest() {
    return true;
  }

  @Override
  Article article(Element element, XmlItem item) throws NotAnArticle {
    NewsMl1Item news = new NewsMl1Item(element);
    PublishingStatus.requireUsable(news.status(), news.names());
    List<String> paragraphs = news.paragraphs();
    if (paragraphs.isEmpty() && news.hasOtherMedia()) {
      throw NotAnArticle.skipped("not text: pictures, sound or data");
    }
    String title = news.title();
    NotAnArticle.requireText(title, paragraphs);
    return item.article(news.id(), "", news.names())
        .title(title)
        .standfirst(news.standfirst())
        .dateline(news.dateline())
        .paragraphs(paragraphs)
        .authors(news.authors(paragraphs))
        .source(news.source())
        .topics(news.topics())
        .places(news.places())
        .language(LanguageTag.of(news.language()))
        .publishedAt(item.date(news.dates()))
        .build();
  }
}
