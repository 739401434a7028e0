package broadsheet.corpus.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items of NewsML-G2, https://iptc.org/std/NewsML-G2/. */
class NewsMlG2Test {
  private static final String META =
      """
      <itemMeta>
        <itemClass qcode="ninat:text"/>
        <provider qcode="prov:ember"><name>Ember News</name></provider>
        <versionCreated>2018-11-21T16:25:32-05:00</versionCreated>
        <firstCreated>2018-11-20T10:00:00-05:00</firstCreated>
        <pubStatus qcode="stat:usable"/>
      </itemMeta>
      """;

  private static final String CONTENT_META =
      """
      <contentMeta>
        <located><name>Lakeport</name><broader qcode="c:GB"><name>Great Britain</name></broader></located>
        <creator qcode="staff:12"><name>Ada Rivers</name></creator>
        <language tag="en-GB"/>
        <subject qcode="medtop:1"><name xml:lang="en">bridges</name><name xml:lang="de">B</name></subject>
        <subject qcode="subj:15054000"/>
        <subject qcode="x:s"/>
        <subject type="cpnat:geoArea" qcode="alias:17591"/>
        <subject type="cpnat:person" qcode="p:9"><name>Tom Field</name></subject>
        <subject type="cpnat:organisation" qcode="o:3"><name>Ember Rail</name></subject>
        <subject qcode="dpacat:vm"><name>Panorama</name></subject>
        <keyword>Ember</keyword>
        <headline>New bridge opens</headline>
        <headline role="hld:subHeadline">A year late</headline>
        <dateline>LAKEPORT (EN) -</dateline>
      </contentMeta>
      <assert qcode="place:rich:17591"><name>River Ember</name></assert>
      """;

  @TempDir Path folder;

  private static String item(String guid, String meta, String content) {
    return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\""
        + guid
        + "\" version=\"2\" standard=\"NewsML-G2\" xml:lang=\"en\">"
        + meta
        + "<contentSet>"
        + content
        + "</contentSet></newsItem>";
  }

  private static String message(String... items) {
    return "\ufeff<?xml version=\"1.0\"?>\n<!-- <newsItem> -->\n<newsMessage"
        + " xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sender>ember.example</sender>"
        + "</header><itemSet>"
        + String.join("\n", items)
        + "</itemSet></newsMessage>";
  }

  private Reading read(String content) {
    return Reading.of(folder, "message.xml", content);
  }

  private static String xhtml(String body) {
    return "<inlineXML contenttype=\"application/xhtml+xml\"><html"
        + " xmlns=\"x\"><head><title>W</title></head><body><header><p>SLUG</p></header>"
        + body
        + "</body></html></inlineXML>";
  }

  @Test
  void itemGivesAllItsParts() {
    Article article =
        read(item("urn:newsml:ember:1", META + CONTENT_META, xhtml("<p>It <b>opened</b>.</p>")))
            .only();
    assertThat(article.id()).isEqualTo("urn-newsml-ember-1");
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.dateline()).isEqualTo("LAKEPORT (EN) -");
    assertThat(article.paragraphs()).containsExactly("It opened.");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("Ember News");
    assertThat(article.section()).isEqualTo("Panorama");
    assertThat(article.topics()).containsExactly("bridges", "15054000", "Ember");
    assertThat(article.places()).containsExactly("River Ember", "Lakeport", "Great Britain");
    assertThat(article.people()).containsExactly("Tom Field");
    assertThat(article.organisations()).containsExactly("Ember Rail");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.publishedAt().iso()).isEqualTo("2018-11-21T16:25:32-05:00");
    assertThat(article.locations()).containsExactly("message.xml");
  }

  @Test
  void itemsOfAMessageAreRecordsAndWhatIsNoNewsIsSkipped() {
    Reading reading =
        read(
            message(
                "<packageItem guid=\"p\"><itemMeta/></packageItem>",
                item("a", META + CONTENT_META, xhtml("<p>One.</p>")),
                item("a", META + CONTENT_META, xhtml("<p>Two.</p>")),
                item("b", META.replace("ninat:text", "ninat:picture") + CONTENT_META, ""),
                item("c", META.replace("stat:usable", "stat:canceled") + CONTENT_META, "")));
    assertThat(reading.articles())
        .extracting(Article::id, a -> a.locations().getFirst())
        .containsExactly(tuple("a", "message.xml#2"), tuple("a", "message.xml#3"));
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("not news: packageItem", "not text: picture", "withdrawn by its agency");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, It opened.|Später.",
    "text/html, <p>It opened.</p><p>Später.</p>",
  })
  void dataInBase64IsDecoded(String type, String text) {
    String encoded =
        Base64.getMimeEncoder().encodeToString(text.replace("|", "\n\n").getBytes(UTF_8));
    assertThat(
            read(message(
                    item(
                        "a",
                        META + CONTENT_META,
                        "<inlineData contenttype=\"%s\" encoding=\"%s\">%s</inlineData>"
                            .formatted(type, "https://www.iana.org/go/rfc4648#base64", encoded))))
                .only()
                .paragraphs())
        .containsExactly("It opened.", "Später.");
  }

  @Test
  void languageIsLeftToTheTextWhereAnItemHasSeveral() {
    String german = "Die neue Brücke über den Fluss wurde am Montag für den Verkehr freigegeben. ";
    assertThat(
            read(message(
                    item(
                        "a",
                        META
                            + CONTENT_META.replace(
                                "<language tag=\"en-GB\"/>",
                                "<language tag=\"en-GB\"/><language tag=\"de\"/>"),
                        xhtml("<p>" + german.repeat(3) + "</p>"))))
                .only()
                .language())
        .isEqualTo("de");
  }

  @Test
  void nitfInsideGivesHeadlineBylineAndText() {
    Article article =
        read(message(
                item(
                    "a",
                    META,
                    "<inlineXML contenttype=\"application/nitf+xml\"><nitf><body><body.head>"
                        + "<hedline><hl1>Trains wait</hl1></hedline>"
                        + "<byline>By Tom Field, <byttl>Reporter</byttl></byline></body.head>"
                        + "<body.content><p>They wait.</p></body.content></body></nitf>"
                        + "</inlineXML>")))
            .only();
    assertThat(article.title()).isEqualTo("Trains wait");
    assertThat(article.authors()).containsExactly("Tom Field");
    assertThat(article.paragraphs()).containsExactly("They wait.");
  }

  @Test
  void plainTextKeepsItsParagraphs() {
    Article article =
        read(message(
                item(
                    "a",
                    META + CONTENT_META,
                    """
                    <inlineData contenttype="text/plain"><![CDATA[<p>
                          (EN) - Lakeport - The bridge across the river has been opened
                    by the mayor on Monday, a year later than had been promised by
                    the company.
                       "It is late," said the mayor.
                    </p>]]></inlineData>\
                    """)))
            .only();
    assertThat(article.paragraphs())
        .containsExactly(
            "(EN) - Lakeport - The bridge across the river has been opened by the mayor on Monday,"
                + " a year later than had been promised by the company.",
            "\"It is late,\" said the mayor.");
  }

  @Test
  void providerThatIsOnlyADomainIsNamedByTheCreditLine() {
    String meta =
        META.replaceAll("(?s)<provider.*</provider>", "<provider literal=\"ember.example\"/>");
    String credit = CONTENT_META.replace("<dateline>", "<creditline>Ember</creditline><dateline>");
    assertThat(read(item("a", meta + credit, "")).only().source()).isEqualTo("Ember");
    assertThat(read(item("a", meta + CONTENT_META, "")).only().source()).isEqualTo("ember.example");
  }

  @Test
  void fragmentsAndItemsWithoutAnythingAreSkipped() {
    assertThat(read("<contentSet><inlineXML/></contentSet>").ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a fragment of NewsML-G2, not an item");
    assertThat(read(item("a", META, "")).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("neither title nor body");
  }

  @Test
  void referencesAndTagsWrittenAsTextLeaveNoTrace() {
    String body =
        "<p>4 o&amp;#39;clock, 800&lt;x&gt;-&lt;/x&gt;900 at <Company>Ember</Company></p>";
    assertThat(read(item("a", META, xhtml(body))).only().paragraphs())
        .containsExactly("4 o'clock, 800-900 at Ember");
  }
}
