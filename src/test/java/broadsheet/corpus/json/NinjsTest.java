package broadsheet.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * News items in the spelling of the IPTC's schemas:
 * https://iptc.org/std/ninjs/ninjs-schema_3.0.json,
 * https://iptc.org/std/ninjs/ninjs-schema_2.1.json.
 */
class NinjsTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("broadsheet.data", "../shared/data"), "shelf/ninjs/examples");

  /** An item with all properties that an article has, in the order of the schema. */
  private static final String ITEM =
      """
      {"standard": {"name": "ninjs", "version": "3.0",
         "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"},
       "uri": "urn:newsml:harbour.example:20230618:1", "type": "text", "version": "2",
       "representationType": "full", "profile": "text-only",
       "firstCreated": "2023-06-18T08:00:00Z", "versionCreated": "2023-06-19T09:00:00Z",
       "contentCreated": "2023-06-17T09:00:00Z", "pubStatus": "usable", "urgency": 4,
       "copyrightHolder": "Harbour Agency", "copyrightNotice": "(c) Harbour Agency",
       "usageTerms": "Editorial use only", "edNote": "Adds quotes", "language": "en-GB",
       "trustIndicators": [{"role": "https://cv.iptc.org/newscodes/trustindicator/x",
         "title": "Our policy", "href": "https://harbour.example/policy"}],
       "plannedCoverage": [{"uri": "urn:planned:1", "title": "Pictures of the bridge",
         "pubStatus": "withheld"}],
       "genres": [{"name": "Actuality"}],
       "descriptions": [{"role": "creditline", "value": "HARBOUR AGENCY"},
         {"role": "lead", "contentType": "text/plain", "value": "A year late"}],
       "headlines": [{"role": "short", "contentType": "text/html", "value": "Bridge"},
         {"role": "main", "contentType": "text/plain", "value": "Bridge opens"}],
       "bodies": [{"role": "text", "contentType": "text/plain", "value": "It opened. Trains follow."},
         {"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": "<nitf/>"},
         {"role": "teaser", "contentType": "text/html", "value": "<p>It op…</p>"},
         {"role": "html5", "contentType": "text/html", "charCount": 24,
          "value": "<body><p>It opened.</p><p>Trains follow.</p></body>"}],
       "by": "Ada Rivers and Tom Field", "located": "Lakeport", "slugline": "bridge",
       "title": "bridge-2nd-lead",
       "people": [{"name": "Kim Hill", "contactInfo": [{"type": "phone", "value": "1"}]}],
       "organisations": [{"name": "Ember Rail", "symbols": [{"symbol": "EMB"}]}],
       "places": [{"name": "Ember", "geoJSON": {"type": "Point", "coordinates": [1, 2]}}],
       "subjects": [{"name": "roads", "literal": "1", "relevance": 98}, {"name": "rail"}],
       "events": [{"id": "e1", "name": "Opening of the bridge", "uri": "urn:event:1"}],
       "infoSources": [{"name": "Ember Radio", "role": "origin"}],
       "associations": [{"name": "p1", "type": "picture", "uri": "urn:picture:1",
         "headlines": [{"value": "The bridge"}], "bodies": [{"value": "A picture of the bridge."}],
         "versionCreated": "2020-01-01T00:00:00Z"}],
       "renditions": [{"name": "x", "title": "x", "href": "https://harbour.example/x.jpg"}],
       "altIds": [{"role": "internal", "value": "17"}],
       "expires": "2033-05-31T00:00:00+02:00"}
      """;

  @TempDir Path folder;

  private Reading reading(String json) {
    return Reading.of(folder, "item.json", json);
  }

  private Article read(String json) {
    return reading(json).only();
  }

  private static void isTheArticle(Article article) {
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-19T09:00:00Z");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.dateline()).isEqualTo("Lakeport");
    assertThat(article.source()).isEqualTo("Harbour Agency");
    assertThat(article.topics()).containsExactly("roads", "rail");
    assertThat(article.places()).containsExactly("Ember");
    assertThat(article.people()).containsExactly("Kim Hill");
    assertThat(article.organisations()).containsExactly("Ember Rail");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.id()).isEqualTo("urn-newsml-harbour.example-20230618-1");
    assertThat(article.url()).isEmpty();
  }

  /** Associations are an object of items in ninjs 1 and a list in ninjs 2 and 3. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"main\": {\"type\": \"picture\", \"description_text\": \"The ribbon.\"}, \"a\":"
            + " {\"type\": \"text\", \"description_text\": \"Another story.\"}}",
        "[{\"name\": \"main\", \"type\": \"picture\", \"descriptions\": [{\"value\": \"The"
            + " ribbon.\"}]}]"
      })
  void picturesGiveTheirCaptions(String associations) {
    String item =
        "{\"uri\": \"urn:x:1\", \"type\": \"text\", \"versioncreated\": \"2023-06-19T09:00:00Z\","
            + " \"pubstatus\": \"usable\", \"headline\": \"Bridge\", \"body_text\": \"It opened.\","
            + " \"associations\": "
            + associations
            + "}";
    Article article = Reading.of(folder, "item.json", item).only();
    assertThat(article.captions()).containsExactly("The ribbon.");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void itemOfTheThirdVersionHasAllItsParts() {
    isTheArticle(read(ITEM));
  }

  @Test
  void itemOfTheSecondVersionIsInLowerCase() {
    isTheArticle(read(lowerCaseNames(ITEM)));
  }

  @Test
  void messageMayHoldSeveralItems() {
    Reading reading = reading("[" + ITEM + "," + ITEM.replace("Bridge opens", "Ferry sold") + "]");
    assertThat(reading.articles())
        .extracting(Article::title)
        .containsExactly("Bridge opens", "Ferry sold");
  }

  @Test
  void itemNeedsNothingButItsUri() {
    Article article =
        read(
            """
            {"uri": "https://harbour.example/items/1", "headlines": [{"value": "Bridge opens"}],
             "bodies": [{"value": "It opened."}]}
            """);
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.paragraphs()).containsExactly("It opened.");
    assertThat(article.url()).isEqualTo("https://harbour.example/items/1");
  }

  /** https://iptc.org/std/ninjs/ninjs-schema_1.6.json, its {@code patternProperties}. */
  @Test
  void firstVersionMayAppendAnyWordToHeadlineAndBody() {
    Article article =
        read(
            """
            {"uri": "urn:1", "versioncreated": "2023-06-18T08:00:00Z", "type": "text",
             "headline_main": "Bridge opens", "title": "bridge-lead", "infosource": [{"name": "EN"}],
             "body_nitf": "<nitf><body><body.head>A</body.head><body.content><p>It opened.</p>\
            </body.content></body></nitf>", "body_footer": "Ends"}
            """);
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.paragraphs()).containsExactly("It opened.");
    assertThat(article.source()).isEqualTo("EN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "text/markdown", ""})
  void plainBodyCountsWhereThereIsNoOther(String type) {
    Article article =
        read(
            """
            {"uri": "urn:1", "versionCreated": "2023-06-18T08:00:00Z",
             "headlines": [{"value": "Bridge opens"}],
             "bodies": [{"contentType": "application/pdf", "value": "JVBERi0xLjQK"},
               {"contentType": "%s", "value": "It opened.\\n\\nTrains follow."}]}
            """
                .formatted(type));
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
  }

  @ParameterizedTest
  @CsvSource({"text/vnd.IPTC.NITF", "application/nitf+xml", "application/xml"})
  void bodyInXmlIsReadWhereThereIsNoOther(String type) {
    Article article =
        read(
            """
            {"uri": "urn:1", "versionCreated": "2023-06-18T08:00:00Z",
             "headlines": [{"value": "Bridge opens"}], "bodies": [{"contentType": "%s",
              "value": "<nitf><head><title>NAME</title></head><body><body.head><hedline><hl1>Bridge
             opens</hl1></hedline></body.head><body.content><p>It opened.</p><p>Trains
             follow.</p></body.content><body.end>END</body.end></body></nitf>"}]}
            """
                .formatted(type)
                .replaceAll("\n +(?=opens|follow)", " "));
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
  }

  @ParameterizedTest
  @CsvSource({
    "pubStatus, canceled, withdrawn by its agency",
    "pubStatus, withheld, withdrawn by its agency",
    "embargoedUntil, 2033-01-01T00:00:00Z, under embargo"
  })
  void statusIsReadInCamelCase(String field, String value, String reason) {
    Reading reading =
        reading(ITEM.replace("\"urgency\"", "\"" + field + "\": \"" + value + "\", \"urgency\""));
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys(reason);
  }

  @ParameterizedTest
  @CsvSource({"picture, 0", "video, 0", "composite, 1", "text, 1"})
  void itemWhoseOnlyTextIsACaptionIsSkipped(String type, int articles) {
    String caption = "\"value\": \"The bridge on Monday\"}";
    String bodies =
        type.equals("video")
            ? ""
            : "\"bodies\": [{\"contentType\": \"text/html\", " + caption + "],";
    String picture =
        ("{\"uri\": \"urn:1\", \"type\": \"%s\", \"versionCreated\": \"2023-06-18T08:00:00Z\", %s"
                + "\"headlines\": [{\"value\": \"The bridge\"}], \"descriptions\": [{%s]}")
            .formatted(
                type, bodies, type.equals("composite") ? "\"value\": \"a year late\"}" : caption);
    assertThat(reading(picture).articles()).hasSize(articles);
  }

  @Test
  void supplierIsTheSourceWhereNobodyHoldsTheCopyright() {
    assertThat(read(ITEM.replaceAll("\"copyrightHolder\": \"[^\"]*\", ", "")).source())
        .isEqualTo("Ember Radio");
  }

  @Test
  void examplesOfTheStandardBecomeTheArticlesTheyAre() {
    assumeTrue(Files.exists(EXAMPLES), "no " + EXAMPLES + " here: not tested");
    SoftAssertions all = new SoftAssertions();
    for (String text :
        List.of(
            "2.1/ninjsExSimpleText_2",
            "2.1/dpa_text",
            "2.1/tt_text_image_2",
            "2.1/ntb_text",
            "2.1/businesswire-newsml-20130731006140",
            "3.0/ninjsExSimpleText_3",
            "3.0/dpa_text",
            "3.0/tt_text_image_3",
            "3.0/ntb_text",
            "3.0/businesswire-newsml-20130605006126",
            "3.0/businesswire-newsml-20130731006140",
            "3.0/20231008-anti-doping-measures-at-the-tour-down-under-will-be-the-toughest-ever"
                + "-addb-ninjs-nitf")) {
      List<Article> articles = Reading.of(EXAMPLES.resolve(text + ".json")).articles();
      all.assertThat(articles).as(text).hasSize(1);
      for (Article article : articles) {
        all.assertThat(article.title()).as(text).isNotEmpty();
        all.assertThat(article.publishedAt().isKnown()).as(text).isTrue();
        all.assertThat(article.paragraphs() + article.standfirst()).as(text).hasSizeGreaterThan(80);
        all.assertThat(article.paragraphs() + article.title()).as(text).doesNotContain("<", "{");
      }
    }
    for (String picture :
        List.of("2.1/ap_image", "3.0/ap_image", "3.0/ap_video", "3.0/SIPA_image_3")) {
      all.assertThat(Reading.of(EXAMPLES.resolve(picture + ".json")).articles())
          .as(picture)
          .isEmpty();
    }
    all.assertAll();
  }

  /** Ninjs 2 spells all names in lower case. */
  private static String lowerCaseNames(String json) {
    return Pattern.compile("\"(\\w+)\":")
        .matcher(json)
        .replaceAll(name -> name.group().toLowerCase(Locale.ROOT));
  }

  /** The form of the standard's {@code simpleEvent.json}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"startDate\": \"2023-06-18T10:00:00Z\"",
        "\"estimatedStartDate\": \"2023-06-18\""
      })
  void eventIsDatedByTheDayItBegins(String dates) {
    Article article =
        Reading.of(
                folder,
                "event.json",
                ("{\"uri\": \"urn:event:1\", \"type\": \"event\", \"pubStatus\": \"usable\","
                     + " \"headlines\": [{\"value\": \"Bridge opens\"}], \"bodies\": [{\"value\":"
                     + " \"It opens on Sunday.\"}], \"eventDetails\": {\"dates\": {%s}}}")
                    .formatted(dates))
            .only();
    assertThat(article.publishedAt().iso()).startsWith("2023-06-18");
  }

  /** The form of AP's media API, https://api.ap.org/media/v/docs/. */
  @Test
  void bylinesOfAgencyNamePeopleAndNotTheirEmployer() {
    String item =
        "{\"altids\": {\"itemid\": \"i1\"}, \"type\": \"text\", \"pubstatus\": \"usable\","
            + " \"versioncreated\": \"2019-07-03T04:05:12Z\", \"headline\": \"Bridge opens\","
            + " \"bylines\": [{\"by\": \"By ADA RIVERS and BEN MARSH\", \"title\": \"Associated"
            + " Press\"}]}";
    assertThat(Reading.of(folder, "item.json", item).only().authors())
        .containsExactly("ADA RIVERS", "BEN MARSH");
  }
}
