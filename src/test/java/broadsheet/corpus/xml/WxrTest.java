package broadsheet.corpus.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of WordPress, whose form is that of
 * https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php.
 */
class WxrTest {
  @TempDir Path folder;

  private static String export(String... items) {
    return """
    <?xml version="1.0" encoding="UTF-8" ?>
    <!-- This is a WordPress eXtended RSS file. -->

    <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><title>The Ember</title><link>https://ember.example</link><language>en-US</language>
    <wp:wxr_version>1.2</wp:wxr_version>
    <wp:author><wp:author_login><![CDATA[ada]]></wp:author_login>
      <wp:author_display_name><![CDATA[Ada Rivers]]></wp:author_display_name></wp:author>
    """
        + String.join("\n", items)
        + "</channel></rss>";
  }

  private static String item(String type, String status, String content) {
    return "<item><title>New &amp; old"
        + " bridges</title><link>https://ember.example/bridge/</link><pubDate>Sat, 02 Dec"
        + " 2017 23:43:50 +0000</pubDate><dc:creator><![CDATA[ada]]></dc:creator><guid"
        + " isPermaLink=\"false\">ember-6277</guid><description></description>"
        + "<content:encoded><![CDATA["
        + content
        + "]]></content:encoded><excerpt:encoded><![CDATA[A year late]]></excerpt:encoded>"
        + "<wp:post_date><![CDATA[2017-12-03 00:43:50]]></wp:post_date><wp:status><![CDATA["
        + status
        + "]]></wp:status><wp:post_type><![CDATA["
        + type
        + "]]></wp:post_type><category domain=\"category\""
        + " nicename=\"t\"><![CDATA[Town]]></category><category domain=\"post_tag\""
        + " nicename=\"b\"><![CDATA[Bridges &amp; roads]]></category></item>";
  }

  /** WordPress writes the times of a post in the site's time zone and in UTC. */
  @Test
  void versionIsToldByTheTimeOfChangeInUtc() {
    String post = item("post", "publish", "It opened.");
    String changed =
        "<wp:post_modified>2017-12-04 00:43:50</wp:post_modified><wp:post_modified_gmt>%s"
            + "</wp:post_modified_gmt><wp:status>";
    assertThat(changedAt(post, changed.formatted("2017-12-03 23:43:50")))
        .isEqualTo("2017-12-03T23:43:50Z");
    assertThat(changedAt(post, changed.formatted("0000-00-00 00:00:00")))
        .isEqualTo("2017-12-04T00:43:50");
  }

  private String changedAt(String post, String changed) {
    String export = export(post.replace("<wp:status>", changed));
    return Reading.of(folder, "export.xml", export).only().items().getFirst().changedAt();
  }

  @Test
  void postGivesAllItsParts() {
    Article article =
        Reading.of(folder, "export.xml", export(item("post", "publish", "It opened."))).only();
    assertThat(article.id()).isEqualTo("ember-6277");
    assertThat(article.title()).isEqualTo("New & old bridges");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("The Ember");
    assertThat(article.section()).isEqualTo("Town");
    assertThat(article.topics()).containsExactly("Town", "Bridges & roads");
    assertThat(article.language()).isEqualTo("en-US");
    assertThat(article.url()).isEqualTo("https://ember.example/bridge/");
    assertThat(article.publishedAt().iso()).isEqualTo("2017-12-03T00:43:50");
    assertThat(article.locations()).containsExactly("export.xml#1");
  }

  @Test
  void blankLinesMakeParagraphsAndShortCodesLeaveNoTrace() {
    String content =
        """
        <strong>[dropcap]T[/dropcap]he bridge</strong> opened [sic].
        A line.

        [contact_form]

        [gallery ids="1,2"]
        <h2>Trains</h2>
        They <a href="x">follow</a>.\
        """;
    assertThat(
            Reading.of(folder, "e.xml", export(item("post", "publish", content)))
                .only()
                .paragraphs())
        .containsExactly("The bridge opened [sic].", "A line.", "Trains", "They follow.");
  }

  @Test
  void blocksOfTheEditorKeepTheirLines() {
    String content =
        """
        <!-- wp:paragraph -->
        <p>One
        line.</p>
        <!-- /wp:paragraph -->\
        """;
    assertThat(
            Reading.of(folder, "e.xml", export(item("post", "publish", content)))
                .only()
                .paragraphs())
        .containsExactly("One line.");
  }

  @Test
  void pagesAttachmentsAndDraftsAreSkippedAndOtherTypesOfPostRead() {
    Reading reading =
        Reading.of(
            folder,
            "e.xml",
            export(
                item("page", "publish", "About us."),
                item("attachment", "inherit", ""),
                item("post", "draft", "Not yet."),
                item("story", "publish", "A story.")));
    assertThat(reading.only().paragraphs()).containsExactly("A story.");
    assertThat(reading.only().locations().getFirst()).endsWith("#4");
    assertThat(reading.ledger().entries(Outcome.SKIPPED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(
            tuple("not a post", "page"),
            tuple("not a post", "attachment"),
            tuple("not published", "draft"));
  }

  @Test
  void itemTagsInsideTextDoNotEndAnItem() {
    String content = "A feed has <code>&lt;item></code> and </item> and <item> in it.";
    Reading reading =
        Reading.of(
            folder,
            "e.xml",
            export(item("post", "publish", content), item("post", "publish", "Next.")));
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.ledger().totals().failed()).isZero();
  }

  /** As in https://github.com/TryGhost/migrate/tree/main/packages/mg-squarespace-xml/test. */
  @Test
  void pathsOfSquarespaceAreOfItsSiteAndMailAddressesAreNoAuthors() {
    String post =
        item("post", "publish", "It opened.")
            .replace("https://ember.example/bridge/", "/bridge/")
            .replace("[ada]", "[ada@ember.example]");
    Article article = Reading.of(folder, "export.xml", export(post)).only();
    assertThat(article.url()).isEqualTo("https://ember.example/bridge/");
    assertThat(article.authors()).isEmpty();
  }
}
