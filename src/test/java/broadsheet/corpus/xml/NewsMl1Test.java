package broadsheet.corpus.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewsMl1Test {
  private static final String ITEM =
      """
      <NewsItem xml:lang="fr">
      <Identification><NewsIdentifier><ProviderId>ember.example</ProviderId><DateId>20140829</DateId>
      <NewsItemId>TX1</NewsItemId>
      <PublicIdentifier>urn:newsml:ember.example:20140829:TX1:1</PublicIdentifier></NewsIdentifier>
      </Identification>
      <NewsManagement><NewsItemType FormalName="News"/><ThisRevisionCreated>20140829T134951+0000</ThisRevisionCreated>
      <Status FormalName="Usable"/></NewsManagement>
      <NewsComponent>
        <TopicSet><Topic><FormalName>09003000</FormalName>
          <Description xml:lang="fr" Variant="Name">Ponts</Description>
          <Description xml:lang="en" Variant="Name">Bridges</Description></Topic></TopicSet>
        <NewsLines><HeadLine>New bridge opens</HeadLine><SubHeadLine>A year late</SubHeadLine>
          <ByLine>By Ada Rivers</ByLine><DateLine>LAKEPORT, Aug 29 (EN) -</DateLine></NewsLines>
        <AdministrativeMetadata><Provider><Party FormalName="EN"/></Provider></AdministrativeMetadata>
        <DescriptiveMetadata><Language FormalName="EN"/>
          <SubjectCode><SubjectMatter FormalName="09003000"/><Subject FormalName="04000000"/></SubjectCode>
          <Location><Property FormalName="Country" Value="GBR"/><Property FormalName="City" Value="Lakeport"/></Location>
          <Property FormalName="Keyword" Value="Ember"/></DescriptiveMetadata>
        <NewsComponent><ContentItem><MediaType FormalName="Photo"/><Encoding Notation="Base64"><DataContent>AAAA</DataContent></Encoding></ContentItem></NewsComponent>
        <NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/>
          <DataContent>CONTENT</DataContent></ContentItem></NewsComponent>
      </NewsComponent>
      </NewsItem>
      """;

  private static final String RCV1 =
      """
      <?xml version="1.0" encoding="iso-8859-1" ?>
      <newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en">
      <title>UK: New bridge opens.</title>
      <headline>New bridge opens.</headline>
      <byline>Ada Rivers</byline>
      <dateline>LAKEPORT 1996-08-20</dateline>
      <text>
      <p>It &quot;opened&quot;.</p>
      <p>Trains follow.</p>
      </text>
      <copyright>(c) Reuters Limited 1996</copyright>
      <metadata>
      <codes class="bip:countries:1.0"><code code="UK"><editdetail attribution="x"/></code></codes>
      <codes class="bip:industries:1.0"><code code="I50100"/></codes>
      <codes class="bip:topics:1.0"><code code="C13"/><code code="CCAT"/></codes>
      <dc element="dc.publisher" value="Reuters Holdings Plc"/>
      <dc element="dc.source" value="Reuters"/>
      </metadata>
      </newsitem>
      """;

  @TempDir Path folder;

  private Reading read(String item) {
    return Reading.of(
        folder,
        "a.xml",
        "<?xml version=\"1.0\"?>\n<NewsML Version=\"1.2\"><NewsEnvelope/>" + item + "</NewsML>");
  }

  @Test
  void itemGivesAllItsParts() {
    Article article = read(ITEM.replace("CONTENT", "<p>One.</p><p>Two.</p><p>ab/cd/ef</p>")).only();
    assertThat(article.id()).isEqualTo("urn-newsml-ember.example-20140829-TX1-1");
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.dateline()).isEqualTo("LAKEPORT, Aug 29 (EN) -");
    assertThat(article.paragraphs()).containsExactly("One.", "Two.");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("EN");
    assertThat(article.topics()).containsExactlyInAnyOrder("Bridges", "04000000", "Ember");
    assertThat(article.places()).containsExactly("Lakeport");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.publishedAt().iso()).isEqualTo("2014-08-29T13:49:51Z");
    assertThat(article.locations()).containsExactly("a.xml#1");
  }

  @Test
  void contentMayBeNitfOrMarkupWrittenAsText() {
    assertThat(
            read(ITEM.replace(
                    "CONTENT",
                    "<nitf><body><body.content><p>One.</p></body.content></body></nitf>"))
                .only()
                .paragraphs())
        .containsExactly("One.");
    assertThat(
            read(ITEM.replace("CONTENT", "<![CDATA[<P>One &amp; two.</P>\n<P>Three.</P>]]>"))
                .only()
                .paragraphs())
        .containsExactly("One & two.", "Three.");
  }

  /**
   * The layout of Business Wire, https://github.com/iptc/newsinjson, {@code examples/NewsML}: the
   * headline is that of the component around the text's, below one without and beside pictures.
   */
  @Test
  void linesAreThoseAroundTheText() {
    Article article =
        read("""
        <NewsItem><Identification/><NewsComponent>
        <NewsLines><CopyrightLine>Copyright</CopyrightLine></NewsLines>
        <NewsComponent><NewsLines><HeadLine>New bridge opens</HeadLine>
          <DateLine>LAKEPORT</DateLine></NewsLines>
          <NewsComponent><Role FormalName="Video"/><NewsLines><HeadLine>A film</HeadLine>
            <ByLine>Tom Field</ByLine></NewsLines></NewsComponent>
          <NewsComponent><Role FormalName="Body"/><ContentItem><DataContent><p>It opened.</p>
          </DataContent></ContentItem></NewsComponent></NewsComponent></NewsComponent></NewsItem>
        """)
            .only();
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.dateline()).isEqualTo("LAKEPORT");
    assertThat(article.authors()).isEmpty();
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  /** The DTD of NewsML 1.2, https://iptc.org/std/NewsML/1.2/, lets an Encoding wrap the content. */
  @Test
  void textInBase64IsDecoded() {
    String text =
        Base64.getEncoder().encodeToString("<p>It opened.</p><p>Später.</p>".getBytes(UTF_8));
    assertThat(
            read(ITEM.replace(
                    "<DataContent>CONTENT</DataContent>",
                    "<Encoding Notation=\"Base64\"><DataContent>"
                        + text
                        + "</DataContent></Encoding>"))
                .only()
                .paragraphs())
        .containsExactly("It opened.", "Später.");
  }

  @Test
  void picturesWithoutTextAndWithdrawnItemsAreSkipped() {
    assertThat(read(ITEM.replace("CONTENT", "")).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("not text: pictures, sound or data");
    assertThat(read(ITEM.replace("Usable", "Canceled")).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("withdrawn by its agency");
  }

  @Test
  void itemInsideAnItemBelongsToIt() {
    String inner = ITEM.replace("CONTENT", "<p>Inner text, which is the longest by far.</p>");
    String outer = "<NewsItem><NewsComponent>" + inner + "</NewsComponent></NewsItem>";
    Reading reading = read(outer + ITEM.replace("CONTENT", "<p>Next.</p>"));
    assertThat(reading.articles())
        .extracting(article -> article.paragraphs().getFirst())
        .containsExactly("Inner text, which is the longest by far.", "Next.");
  }

  @Test
  void rcv1StoryGivesAllItsParts() {
    Article article = Reading.of(folder, "2286newsML.xml", RCV1).only();
    assertThat(article.id()).isEqualTo("2286");
    assertThat(article.title()).isEqualTo("New bridge opens.");
    assertThat(article.paragraphs()).containsExactly("It \"opened\".", "Trains follow.");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.dateline()).isEqualTo("LAKEPORT 1996-08-20");
    assertThat(article.source()).isEqualTo("Reuters");
    assertThat(article.topics()).containsExactly("C13", "CCAT", "I50100");
    assertThat(article.places()).containsExactly("UK");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.publishedAt().iso()).isEqualTo("1996-08-20");
  }
}
