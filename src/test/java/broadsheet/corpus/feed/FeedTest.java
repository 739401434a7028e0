package broadsheet.corpus.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Valid feeds in every format. Specifications: https://www.rssboard.org/rss-specification,
 * https://web.resource.org/rss/1.0/spec, RFC 4287 (Atom), https://www.jsonfeed.org/version/1.1/.
 */
public class FeedTest {
  @TempDir Path folder;

  private Reading read(String feed) {
    return Reading.of(folder, "feed.xml", feed);
  }

  private Article rssItem(String item) {
    return read(rss(item)).only();
  }

  public static String rss(String items) {
    return "<?xml version=\"1.0\"?>\n"
        + "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
        + " xmlns:media=\"http://search.yahoo.com/mrss/\"><channel>"
        + "<title>Lakeport Mail</title><link>https://mail.example/</link><language>en-gb</language>"
        + items
        + "</channel></rss>\n";
  }

  private static String atom(String entries) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\""
        + " xml:base=\"https://mail.example/a/\"><title type=\"html\">Lakeport &amp;amp;"
        + " Mail</title><author><name>The Mail</name></author><link rel=\"self\""
        + " href=\"https://f.example/\"/>"
        + entries
        + "</feed>";
  }

  /** Atom's {@code source} by RFC 4287, 4.2.11; that of RSS by its specification. */
  @Test
  void itemTakenFromAnotherFeedHasThatFeedAsSource() {
    String entry =
        "<entry><title>A</title><source><title>Harbour News</title></source></entry>"
            + "<entry><title>B</title></entry>";
    assertThat(read(atom(entry)).articles())
        .extracting(Article::source)
        .containsExactly("Harbour News", "Lakeport & Mail");
    String item =
        "<item><title>A</title><source url=\"https://h.example/\">Harbour News</source></item>";
    assertThat(rssItem(item).source()).isEqualTo("Harbour News");
  }

  /** By https://www.rssboard.org/media-rss; a description of the item itself is its summary. */
  @Test
  void descriptionsOfPicturesAreCaptions() {
    Article article =
        rssItem(
            "<item><title>A</title><description>It opened.</description><media:group>"
                + "<media:content url=\"https://h.example/1.jpg\"><media:description>The bridge"
                + "</media:description></media:content></media:group>"
                + "<media:description>Summary</media:description></item>");
    assertThat(article.captions()).containsExactly("The bridge");
  }

  /** The form of YouTube's feeds of channels. */
  @Test
  void descriptionOfAVideoIsItsTextIfTheEntryHasNoOther() {
    String video =
        "<entry><title>A</title><media:group><media:content url=\"https://v.example/1\"/>"
            + "<media:description>How it opened.</media:description></media:group></entry>";
    Article article = read(atom(video)).only();
    assertThat(article.paragraphs()).containsExactly("How it opened.");
    assertThat(article.captions()).isEmpty();
  }

  @Test
  void longerOfTextAndDescriptionIsTheBodyIfOneBeginsTheOther() {
    Article article =
        rssItem(
            "<item><title>A</title><description>It opened. Trains follow.</description>"
                + "<content:encoded>&lt;p&gt;It opened.&lt;/p&gt;</content:encoded></item>");
    assertThat(article.paragraphs()).containsExactly("It opened. Trains follow.");
    assertThat(article.standfirst()).isEmpty();
  }

  @Test
  void dateInTheFeedsLanguageIsRead() {
    Article article =
        rssItem(
            "<item><title>A ponte abre</title>"
                + "<pubDate>Seg, 24 Set 2018 10:30:00 -0300</pubDate></item>");
    assertThat(article.publishedAt().iso()).isEqualTo("2018-09-24T10:30:00-03:00");
  }

  /**
   * RFC 4287, 4.1.1: entries with one {@code atom:id} are the same entry, and their times of change
   * differ. RSS 2.0, https://www.rssboard.org/rss-specification: a guid names an item.
   */
  @Test
  void idNamesTheItemInAllItsVersions() {
    String entry =
        "<entry><id>tag:mail.example,2024:1</id><title>Bridge</title><published>2024-05-01T08:00:00Z"
            + "</published><updated>2024-05-01T%s</updated></entry>";
    List<Article> entries =
        read(atom(entry.formatted("09:00:00Z") + entry.formatted("13:00:00+02:00"))).articles();
    ItemVersion first = entries.get(0).items().getFirst();
    ItemVersion second = entries.get(1).items().getFirst();
    assertThat(second.key()).isEqualTo(first.key());
    assertThat(first.changedAt()).isEqualTo("2024-05-01T09:00:00Z");
    assertThat(second.changedAt()).isEqualTo("2024-05-01T11:00:00Z");
    String item = "<item><title>%s</title><guid>https://mail.example/%s</guid></item>";
    List<Article> items = read(rss(item.formatted("A", 1) + item.formatted("B", 2))).articles();
    assertThat(items.get(0).itemKeys()).hasSize(1).isNotEqualTo(items.get(1).itemKeys());
  }

  /** A snapshot of such a feed may have one item only. */
  @Test
  void addressOfTheSiteNamesNoItem() {
    for (String guid : List.of("https://mail.example", "https://mail.example/", "")) {
      String item = "<item><title>A</title><guid>" + guid + "</guid></item>";
      assertThat(rssItem(item).items()).as(guid).isEmpty();
    }
  }

  /** Sites that were moved from a developer's machine have its addresses as guids. */
  @Test
  void guidOfALocalMachineCountsWithinItsHost() {
    String item =
        "<item><title>A</title><guid>http://localhost/?p=12</guid><link>https://%s/a</link></item>";
    assertThat(rssItem(item.formatted("one.example")).itemKeys())
        .hasSize(1)
        .isNotEqualTo(rssItem(item.formatted("two.example")).itemKeys());
  }

  /** Some feeds give every item the address of the site. */
  @Test
  void guidOfSeveralItemsNamesNone() {
    String item = "<item><title>%s</title><guid>https://mail.example/</guid></item>";
    List<Article> items = read(rss(item.formatted("A") + item.formatted("B"))).articles();
    assertThat(items).hasSize(2).allMatch(article -> article.items().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;p&gt;It opened.&lt;/p&gt;&lt;p&gt;At last.&lt;/p&gt;",
        "&amp;lt;p&amp;gt;It opened.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;At last.&amp;lt;/p&amp;gt;",
        "&lt;div&gt;&amp;lt;p&amp;gt;It opened.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;At"
            + " last.&amp;lt;/p&amp;gt;&lt;/div&gt;",
        "&lt;![CDATA[&lt;p&gt;It opened.&lt;/p&gt;&lt;p&gt;At last.&lt;/p&gt;]]&gt;",
        "&lt;center&gt;&lt;font size=2&gt;It opened.&lt;/font&gt;&lt;hr&gt;At last.&lt;/center&gt;",
        "It opened.&#10;At last.&lt;img src=&quot;https://mail.example/a"
      })
  void markupNeverShowsAsText(String content) {
    Article article =
        rssItem("<item><title>A</title><content:encoded>" + content + "</content:encoded></item>");
    assertThat(article.paragraphs()).containsExactly("It opened.", "At last.");
  }

  @Test
  void shortFirstLineAndSignatureOfAnItemStay() {
    String text = "<p>The ferry stays for another year, the council said on Monday night.</p>";
    String content = "<div>Wanted: a pilot</div>" + text.repeat(4) + "<p>Ada</p>";
    Article article =
        rssItem(
            "<item><title>A</title><description><![CDATA[" + content + "]]></description></item>");
    assertThat(article.paragraphs()).hasSize(6).startsWith("Wanted: a pilot").endsWith("Ada");
  }

  @Test
  void angleBracketsThatAreNoMarkupStay() {
    Article article =
        rssItem("<item><title>A</title><description>4 &amp;lt; 5 &lt; 6</description></item>");
    assertThat(article.paragraphs()).containsExactly("4 < 5 < 6");
  }

  @Test
  void theFeedIsNoAuthorOfItsItems() {
    Article article =
        rssItem("<item><title>A</title><dc:creator>lakeport mail</dc:creator></item>");
    assertThat(article.authors()).isEmpty();
  }

  @Test
  void rssItemHasAllItsParts() {
    Article article =
        rssItem(
            """
            <item><title>New bridge opens &amp;amp; more</title><link>https://mail.example/1</link>
            <guid isPermaLink="false">mail-1</guid><pubDate>Sun, 18 Jun 2023 23:30:00 -0500</pubDate>
            <dc:creator>Ada Rivers</dc:creator><dc:creator>Tom Field</dc:creator>
            <category>bridges</category><category><![CDATA[R&B]]></category><category>Bridges</category>
            <description>Four hundred people came.</description>
            <content:encoded><![CDATA[<p>First.</p><p>Second &#8211; one.</p>]]></content:encoded>
            <media:title xmlns:media="http://search.yahoo.com/mrss/">A picture</media:title></item>\
            """);
    assertThat(article.id()).isEqualTo("mail-1");
    assertThat(article.title()).isEqualTo("New bridge opens & more");
    assertThat(article.url()).isEqualTo("https://mail.example/1");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T23:30:00-05:00");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.topics()).containsExactly("bridges", "R&B");
    assertThat(article.standfirst()).isEqualTo("Four hundred people came.");
    assertThat(article.paragraphs()).containsExactly("First.", "Second – one.");
    assertThat(article.source()).isEqualTo("Lakeport Mail");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.locations()).containsExactly("feed.xml#1");
  }

  @Test
  void atomEntryHasAllItsParts() {
    Article article =
        read(atom(
                """
                <entry xml:lang="en"><title type="html">New &lt;i&gt;bridge&lt;/i&gt; opens</title>
                <link rel="enclosure" href="https://mail.example/1.mp3"/><link href="../b/1"/>
                <id>tag:mail.example,2023:1</id><published>2023-06-18T23:30:00-05:00</published>
                <updated>2024-01-01T00:00:00Z</updated><author><name>Ada Rivers</name></author>
                <category term="b" label="Bridges"/><summary>Four hundred people came.</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p>
                <p>Second, <b>at last</b>.</p></div></content></entry>\
                """))
            .only();
    assertThat(article.id()).isEqualTo("tag-mail.example-2023-1");
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.url()).isEqualTo("https://mail.example/b/1");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T23:30:00-05:00");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.topics()).containsExactly("Bridges");
    assertThat(article.standfirst()).isEqualTo("Four hundred people came.");
    assertThat(article.paragraphs()).containsExactly("First.", "Second, at last.");
    assertThat(article.source()).isEqualTo("Lakeport & Mail");
    assertThat(article.language()).isEqualTo("en");
  }

  /** RFC 4287, 4.1.3.3: content that is neither text nor XML is Base64. */
  @Test
  void contentInBase64IsDecodedOrLeftOut() {
    String entry =
        "<entry><title>A</title><summary>Four hundred people came.</summary>"
            + "<content type=\"%s\">%s</content></entry>";
    String text = "The new bridge opened. Trains follow.";
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    String picture = Base64.getEncoder().encodeToString(("\u0089PNG\u0000" + text).getBytes(UTF_8));
    assertThat(read(atom(entry.formatted("application/x-text", encoded))).only().paragraphs())
        .containsExactly(text);
    assertThat(read(atom(entry.formatted("text/plain", encoded))).only().paragraphs())
        .containsExactly(text);
    assertThat(read(atom(entry.formatted("image/png", picture))).only().paragraphs())
        .containsExactly("Four hundred people came.");
  }

  @Test
  void atomEntryTakesFromItsFeedWhatItLacks() {
    Article article =
        read(atom("<entry><title>A</title><updated>2023-06-18T10:00:00Z</updated></entry>")).only();
    assertThat(article.authors()).containsExactly("The Mail");
    assertThat(article.language()).isEqualTo("de");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00Z");
    assertThat(article.id()).isEqualTo("feed-1");
  }

  @Test
  void olderVersionsAreReadToo() {
    String rdf =
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"%s\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Mail</title></channel><item"
            + " rdf:about=\"x\"><title>New bridge"
            + " opens</title><link>https://mail.example/1</link><description>It"
            + " opened.</description><dc:date>2023-06-18</dc:date><dc:creator>Ada"
            + " Rivers</dc:creator><dc:subject>bridges</dc:subject></item></rdf:RDF>";
    for (String namespace :
        List.of("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")) {
      Article article = read(rdf.replace("%s", namespace)).only();
      assertThat(article.title()).isEqualTo("New bridge opens");
      assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
      assertThat(article.authors()).containsExactly("Ada Rivers");
      assertThat(article.topics()).containsExactly("bridges");
      assertThat(article.source()).isEqualTo("Mail");
      assertThat(article.paragraphs()).containsExactly("It opened.");
    }
    Article old =
        read("<rss version=\"0.91\"><channel><title>Mail</title><item><title>New bridge</title>"
                + "<link>https://mail.example/1</link></item></channel></rss>")
            .only();
    assertThat(old.title()).isEqualTo("New bridge");
    Article atom03 =
        read("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>Mail</title><entry>"
                + "<title>New bridge</title><issued>2023-06-18T10:00:00+02:00</issued>"
                + "<content type=\"text/html\" mode=\"escaped\">&lt;p&gt;It opened.&lt;/p&gt;"
                + "</content></entry></feed>")
            .only();
    assertThat(atom03.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00+02:00");
    assertThat(atom03.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void jsonFeedIsReadInBothVersions() {
    Reading reading =
        read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "items": [
             {"id": "1", "url": "https://mail.example/1", "title": "New bridge opens",
              "content_html": "<p>First.</p><p>Second.</p>", "summary": "At last",
              "date_published": "2023-06-18T10:00:00+02:00", "authors": [{"name": "Ada Rivers"}],
              "tags": ["bridges", "trains"], "language": "en-GB"},
             {"id": 2, "external_url": "https://b.example/", "content_text": "One.\\n\\nTwo."}],
             "title": "Lakeport Mail", "author": {"name": "The Mail"}, "language": "de"}\
            """);
    Article first = reading.articles().getFirst();
    assertThat(first.id()).isEqualTo("1");
    assertThat(first.title()).isEqualTo("New bridge opens");
    assertThat(first.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00+02:00");
    assertThat(first.authors()).containsExactly("Ada Rivers");
    assertThat(first.topics()).containsExactly("bridges", "trains");
    assertThat(first.standfirst()).isEqualTo("At last");
    assertThat(first.paragraphs()).containsExactly("First.", "Second.");
    assertThat(first.language()).isEqualTo("en-GB");
    Article second = reading.articles().getLast();
    assertThat(second.id()).isEqualTo("2");
    assertThat(second.url()).isEqualTo("https://b.example/");
    assertThat(second.source()).isEqualTo("Lakeport Mail");
    assertThat(second.authors()).containsExactly("The Mail");
    assertThat(second.language()).isEqualTo("de");
    assertThat(second.paragraphs()).containsExactly("One.", "Two.");
  }

  @Test
  void itemWithTitleAndLinkAloneIsAnArticle() {
    Article article =
        rssItem("<item><title>Bridge opens</title><link>https://mail.example/1</link></item>");
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.paragraphs()).isEmpty();
    assertThat(article.idOrigin()).isEqualTo(Article.IdOrigin.URL);
    assertThat(read(rss("<item><link>https://mail.example/1</link></item>")).entries())
        .extracting(LedgerEntry::reason)
        .containsExactly("neither title nor text");
  }

  @Test
  void descriptionIsTheBodyWhereThereIsNoOther() {
    Article article =
        rssItem(
            "<item><title>A</title><description>&lt;p&gt;One.&lt;br&gt;&lt;br&gt;Two.&lt;/p&gt;"
                + "&lt;p&gt;&lt;a href=\"https://mail.example/1\"&gt;Read more&lt;/a&gt;&lt;/p&gt;"
                + "</description></item>");
    assertThat(article.paragraphs()).containsExactly("One.", "Two.");
    assertThat(article.standfirst()).isEmpty();
  }

  @Test
  void addressIsTheOriginalOneAndAbsolute() {
    assertThat(
            rssItem(
                    "<item><title>A</title><link>https://count.example/~1</link>"
                        + "<feedburner:origLink>https://mail.example/1</feedburner:origLink></item>")
                .url())
        .isEqualTo("https://mail.example/1");
    assertThat(rssItem("<item><title>A</title><link>/b/1</link></item>").url())
        .isEqualTo("https://mail.example/b/1");
    assertThat(rssItem("<item><title>A</title><guid>https://mail.example/1</guid></item>").url())
        .isEqualTo("https://mail.example/1");
  }

  @Test
  void namesAreTakenOutOfMailAddresses() {
    assertThat(
            rssItem("<item><title>A</title><author>ada@mail.example (Ada Rivers)</author></item>")
                .authors())
        .containsExactly("Ada Rivers");
    assertThat(rssItem("<item><title>A</title><author>ada@mail.example</author></item>").authors())
        .isEmpty();
  }

  @Test
  void encodingIsTheStatedOneOrTheLikelyOne() {
    String item = "<item><title>Мост и ёлка</title></item>";
    byte[] declared =
        rss(item)
            .replace("?>", " encoding=\"windows-1251\"?>")
            .getBytes(Charset.forName("windows-1251"));
    assertThat(Reading.of(Reading.write(folder, "a.rss", declared)).only().title())
        .isEqualTo("Мост и ёлка");
    byte[] undeclared = rss("<item><title>Zürich</title></item>").getBytes(ISO_8859_1);
    assertThat(Reading.of(Reading.write(folder, "b.rss", undeclared)).only().title())
        .isEqualTo("Zürich");
    byte[] wrong = rss(item).replace("?>", " encoding=\"ISO-8859-1\"?>").getBytes(UTF_8);
    assertThat(Reading.of(Reading.write(folder, "c.rss", wrong)).only().title())
        .isEqualTo("Мост и ёлка");
  }

  @Test
  void contentOfAJsonFeedIsItsText() {
    String feed =
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Ember Mail",
         "items": [{"id": "1", "title": "Bridge opens", "content": "<p>It opened on Monday.</p>"}]}
        """;
    assertThat(Reading.of(folder, "feed.json", feed).only().paragraphs())
        .containsExactly("It opened on Monday.");
  }
}
