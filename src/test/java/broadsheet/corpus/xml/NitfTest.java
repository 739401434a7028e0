package broadsheet.corpus.xml;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * News in NITF, https://iptc.org/std/NITF/, and as the New York Times Annotated Corpus writes it.
 */
class NitfTest {
  private static final String PAPER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">
      <nitf change.date="June 10, 2005" change.time="19:30" version="-//IPTC//DTD NITF 3.3//EN">
        <head>
          <title>Bridge Opens</title>
          <meta content="4" name="publication_day_of_month"/>
          <meta content="2" name="publication_month"/>
          <meta content="2007" name="publication_year"/>
          <meta content="Metropolitan Desk" name="dsk"/>
          <meta content="Front Page; New York and Region" name="online_sections"/>
          <docdata>
            <doc-id id-string="1823456"/>
            <doc.copyright holder="The Lakeport Times" year="2007"/>
            <series series.name="RIVERS"/>
            <identified-content>
              <classifier class="indexing_service" type="descriptor">Bridges and Tunnels</classifier>
              <classifier class="online_producer" type="taxonomic_classifier">Top/News</classifier>
              <org class="indexing_service">Ember Bridge Company</org>
              <person class="indexing_service">Rivers, Ada</person>
              <location class="indexing_service">Lakeport (NY)</location>
            </identified-content>
          </docdata>
          <pubdata date.publication="20070204T000000" ex-ref="http://example.com/bridge"
              name="The Lakeport Times" unit-of-measure="word"/>
        </head>
        <body>
          <body.head>
            <hedline><hl1>New Bridge Opens</hl1><hl2 class="online_headline">Bridge!</hl2></hedline>
            <byline class="print_byline">By TOM FIELD</byline>
            <byline class="normalized_byline">Field, Tom</byline>
            <abstract><p>A year late, the bridge opens</p></abstract>
          </body.head>
          <body.content>
            <block class="lead_paragraph"><p>LEAD: The bridge opened.</p></block>
            <block class="full_text">
              <p>LEAD: The bridge opened.</p>
              <p>The bridge opened.</p>
              <p>Trains follow, said <person>Ada Rivers</person> of &#8216;Rail&#8217; &amp; Co.</p>
            </block>
          </body.content>
        </body>
      </nitf>
      """;

  @TempDir Path folder;

  private Article read(String content) {
    return Reading.of(folder, "story.xml", content).only();
  }

  private static String story(String head, String bodyHead, String content) {
    return "<nitf baselang=\"en-GB\"><head>"
        + head
        + "</head><body><body.head>"
        + bodyHead
        + "</body.head><body.content>"
        + content
        + "</body.content></body></nitf>";
  }

  /** NITF 3.6, https://iptc.org/std/NITF/: {@code pubdata}, {@code correction}, {@code media}. */
  @Test
  void editionCorrectionAndCaptionsAreRead() {
    Article article =
        read(
            story(
                "<docdata><correction id-string=\"D1\" info=\"The bridge opened on"
                    + " Monday.\"/></docdata><pubdata edition.name=\"Late\""
                    + " edition.area=\"North\"/>",
                "<hedline><hl1>Bridge</hl1></hedline>",
                "<p>The bridge opened.</p><media media-type=\"image\"><media-reference"
                    + " source=\"a.jpg\"/><media-caption>The mayor cuts the ribbon.</media-caption>"
                    + "</media>"));
    assertThat(article.edition()).isEqualTo("Late");
    assertThat(article.corrections()).containsExactly("The bridge opened on Monday.");
    assertThat(article.correctionOf()).isEqualTo("D1");
    assertThat(article.captions()).containsExactly("The mayor cuts the ribbon.");
    assertThat(article.paragraphs()).containsExactly("The bridge opened.");
  }

  @Test
  void paperArticleGivesAllItsParts() {
    Article article = read(PAPER);
    assertThat(article.id()).isEqualTo("1823456");
    assertThat(article.title()).isEqualTo("New Bridge Opens");
    assertThat(article.standfirst()).isEqualTo("A year late, the bridge opens");
    assertThat(article.authors()).containsExactly("TOM FIELD");
    assertThat(article.source()).isEqualTo("The Lakeport Times");
    assertThat(article.section()).isEqualTo("Front Page");
    assertThat(article.topics()).containsExactly("Bridges and Tunnels", "RIVERS");
    assertThat(article.organisations()).containsExactly("Ember Bridge Company");
    assertThat(article.people()).containsExactly("Rivers, Ada");
    assertThat(article.places()).containsExactly("Lakeport (NY)");
    assertThat(article.url()).isEqualTo("http://example.com/bridge");
    assertThat(article.publishedAt().iso()).isEqualTo("2007-02-04");
    assertThat(article.locations()).containsExactly("story.xml");
  }

  @Test
  void leadIsNotDoubled() {
    assertThat(read(PAPER).paragraphs())
        .containsExactly("The bridge opened.", "Trains follow, said Ada Rivers of ‘Rail’ & Co.");
  }

  @Test
  void dayOfThePaperIsReadFromItsMetadataWhereNothingElseHasIt() {
    assertThat(read(PAPER.replaceAll("<pubdata[^>]*>", "")).publishedAt().iso())
        .isEqualTo("2007-02-04");
  }

  @Test
  void namespaceWithPrefixMakesNoDifference() {
    String prefixed =
        PAPER
            .replace("<nitf ", "<n:nitf xmlns:n=\"http://iptc.org/std/NITF/2006-10-18/\" ")
            .replace("</nitf>", "</n:nitf>")
            .replace("<body.content>", "<n:body.content>")
            .replace("</body.content>", "</n:body.content>");
    assertThat(read(prefixed).paragraphs()).hasSize(2);
    assertThat(read(prefixed).id()).isEqualTo("1823456");
  }

  @Test
  void wireStoryHasItsSubjectsByNameElseByNumber() {
    Article article =
        read(
            story(
                "<tobject><tobject.subject tobject.subject.refnum=\"04000000\""
                    + " tobject.subject.type=\"Economy\" tobject.subject.matter=\"Ports\"/>"
                    + "<tobject.subject tobject.subject.refnum=\"15054000\"/></tobject>"
                    + "<docdata><date.issue norm=\"20030514T101500+0200\"/>"
                    + "<key-list><keyword key=\"bridge\"/></key-list>"
                    + "<evloc city=\"Lakeport\" iso-cc=\"US\"/></docdata>",
                "<byline>By <person>Ada Rivers</person><byttl>Staff Writer</byttl></byline>"
                    + "<distributor>Ember News</distributor><dateline><location>LAKEPORT</location>"
                    + "<story.date norm=\"20030514T101500+0200\">20030514T101500</story.date>"
                    + "</dateline>",
                "<p>Text.</p>"));
    assertThat(article.topics()).containsExactly("Economy", "Ports", "15054000", "bridge");
    assertThat(article.places()).containsExactly("Lakeport");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("Ember News");
    assertThat(article.dateline()).isEqualTo("LAKEPORT");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.publishedAt().iso()).isEqualTo("2003-05-14T10:15:00+02:00");
  }

  @Test
  void linesBrokenForTheirWidthAreJoinedAndTheSignOffIsDropped() {
    Article article =
        read(
            story(
                "<title>T</title>",
                "",
                "<p>   The bridge across the Ember has been opened on Monday by <br />Mayor Ada"
                    + " Rivers, who said that the trains would follow in the <br />spring, when the"
                    + " tracks were laid and the signals had been <br />tested.</p><p/>"
                    + "<p>It was late.</p><p>EN ab</p><p>ends</p>"));
    assertThat(article.paragraphs())
        .containsExactly(
            "The bridge across the Ember has been opened on Monday by Mayor Ada Rivers, who said"
                + " that the trains would follow in the spring, when the tracks were laid and the"
                + " signals had been tested.",
            "It was late.",
            "EN ab");
  }

  @Test
  void rowsOfTablesAreLinesAndPicturesAreNoText() {
    Article article =
        read(
            story(
                "<title>T</title>",
                "",
                "<media><media-caption>A bridge.</media-caption></media><hl2>Fares</hl2>"
                    + "<table><tr><td>Adults</td><td>2</td></tr><tr><td>Dogs</td><td>1</td></tr>"
                    + "</table><p>&lt;div class=\"x\"&gt;&lt;/div&gt;</p>"));
    assertThat(article.paragraphs()).containsExactly("Fares", "Adults 2", "Dogs 1");
  }

  @Test
  void withdrawnStoryIsSkippedAndSaysSo() {
    Reading reading =
        Reading.of(
            folder,
            "a.xml",
            story("<docdata management-status=\"canceled\"/>", "", "<p>Wrong.</p>"));
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsKey("withdrawn by its agency");
  }

  @Test
  void embargoedStoryIsOfTheDayItWasReleased() {
    assertThat(
            read(story(
                    "<title>T</title><docdata management-status=\"embargoed\">"
                        + "<date.issue norm=\"20160908T132446+0100\"/>"
                        + "<date.release norm=\"20160909T000100+0100\"/></docdata>",
                    "",
                    "<p>Text.</p>"))
                .publishedAt()
                .iso())
        .isEqualTo("2016-09-09T00:01:00+01:00");
  }

  @Test
  void encodingIsWhatTheBytesSayAndOnlyThenWhatIsDeclared() {
    String declared = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>";
    String story = declared + story("<title>£66bn für Brücken</title>", "", "<p>Text.</p>");
    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      Path file = Reading.write(folder, "a.xml", story.getBytes(charset));
      assertThat(Reading.of(file).only().title()).isEqualTo("£66bn für Brücken");
    }
  }
}
