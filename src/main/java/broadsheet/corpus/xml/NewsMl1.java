package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.json.PublishingStatus;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** NewsML 1.x by the IPTC: {@code NewsItem}s in an envelope. Only items with text are articles. */
public final class NewsMl1 implements XmlVocabulary {
  @Override
  public String name() {
    return "newsml1";
  }

  @Override
  public Recognition recognise(XmlRoot root, Peek peek) {
    return root.isOneOf("newsml") ? Recognition.MINE : Recognition.NOT_MINE;
  }

  @Override
  public Set<String> items() {
    return Set.of("newsitem");
  }

  /** A component of an item may be an item. */
  @Override
  public boolean mayNest() {
    return true;
  }

  @Override
  public Article article(Element element, XmlItem item) throws NotAnArticle {
    NewsMl1Item news = new NewsMl1Item(element);
    PublishingStatus.requireUsable(news.status(), news.names());
    List<String> paragraphs = news.paragraphs();
    if (paragraphs.isEmpty() && news.hasOtherMedia()) {
      throw NotAnArticle.skipped("not text: pictures, sound or data");
    }
    String title = news.title();
    if (title.isEmpty() && paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("neither title nor body");
    }
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
