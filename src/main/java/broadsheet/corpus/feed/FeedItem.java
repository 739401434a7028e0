package broadsheet.corpus.feed;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.page.BlockReader;
import broadsheet.corpus.page.PageAddress;
import broadsheet.corpus.page.PageBody;
import broadsheet.corpus.page.PageByline;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Base64Text;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Standfirst;
import broadsheet.corpus.text.StatedTopics;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * One item of a feed in any format. Immutable.
 *
 * @param id the id as given by the feed; may be empty
 * @param isNamed whether the id names the item, and no other item of the feed
 * @param url absolute; empty if there is none
 * @param title text or HTML
 * @param summary text or HTML
 * @param content text or HTML of the whole article; empty if the feed has only a summary
 * @param date the date as written
 * @param changed the time of the last change as written; may be empty
 * @param authors the authors as written
 * @param language the language as written, of the item or otherwise the feed
 * @param source the title of the feed, or of the feed that the item was taken from
 * @param captions of its pictures, as text or HTML
 */
record FeedItem(
    String id,
    boolean isNamed,
    String url,
    String title,
    String summary,
    String content,
    String date,
    String changed,
    List<String> authors,
    List<String> topics,
    String language,
    String source,
    List<String> captions) {

  /**
   * @param number the item's position in its feed, from 1
   * @throws NotAnArticle if it has neither title nor text
   */
  Article article(Records records, long number, DateReader dates) throws NotAnArticle {
    String headline = prose(title);
    List<String> people = PageByline.people(authors);
    List<String> paragraphs = paragraphs(content.isBlank() ? summary : content, headline, people);
    if (headline.isEmpty() && paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("neither title nor text");
    }
    return records
        .article(number, CleanText.line(id), url)
        .items(records.items(names(dates)))
        .title(headline)
        .standfirst(content.isBlank() ? "" : Standfirst.of(prose(summary), headline, paragraphs))
        .paragraphs(paragraphs)
        .authors(people)
        .source(prose(source))
        .captions(
            captions.stream().map(FeedItem::prose).filter(c -> !c.isEmpty()).distinct().toList())
        .topics(StatedTopics.of(topics.stream().map(FeedItem::prose).toList()))
        .language(LanguageTag.of(CleanText.line(language)))
        .publishedAt(records.remarked(number, dates.read(date)))
        .build();
  }

  private List<ItemName> names(DateReader dates) {
    String changedAt = dates.read(changed).date().iso();
    return isNamed ? List.of(new ItemName(id, "", changedAt, "", url)) : List.of();
  }

  private List<String> paragraphs(String stated, String headline, List<String> people) {
    String text = Markup.unescaped(Base64Text.plain(stated));
    if (!Markup.isHtml(text)) {
      return Markup.paragraphs(text);
    }
    var body = Jsoup.parseBodyFragment(text).body();
    body.select("script, style, noscript, template, iframe, figcaption").remove();
    PageBody read =
        PageBody.ofItem(BlockReader.blocks(body, PageAddress.host(url)), headline, people);
    return read.paragraphs().stream().flatMap(FeedItem::withoutMarkup).toList();
  }

  /** Removes markup that was escaped inside markup. */
  private static Stream<String> withoutMarkup(String paragraph) {
    return Markup.isHtml(paragraph) ? Markup.paragraphs(paragraph).stream() : Stream.of(paragraph);
  }

  /** Converts text or HTML to one line of plain text. */
  static String prose(String text) {
    return String.join(" ", Markup.paragraphs(Markup.unescaped(text)));
  }
}
