package broadsheet.corpus.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as written by the collections, agencies and services that many archives come from. */
class JsonDialectsTest {
  @TempDir Path folder;

  private Reading reading(String json) {
    return Reading.of(folder, "item.json", json);
  }

  private Article read(String json) {
    return reading(json).only();
  }

  @Test
  void bodyInBase64IsDecoded() {
    String text = "Die Brücke ist seit Montag offen.\n\nZüge folgen im Frühling.";
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    assertThat(read("{\"title\": \"A\", \"body\": \"%s\"}".formatted(encoded)).paragraphs())
        .containsExactly("Die Brücke ist seit Montag offen.", "Züge folgen im Frühling.");
    String word = "a".repeat(60);
    assertThat(read("{\"title\": \"A\", \"body\": \"%s\"}".formatted(word)).paragraphs())
        .containsExactly(word);
  }

  /**
   * Items of TT have this form: https://github.com/iptc/newsinjson,
   * examples/3.0/tt_text_image_3.json.
   */
  @Test
  void headlineAboveTheTextIsNotRepeated() {
    assertThat(
            read("{\"title\": \"Bridge opens\", \"body\": \"<h1>Bridge opens</h1><p>It did.</p>\"}")
                .paragraphs())
        .containsExactly("It did.");
    assertThat(read("{\"title\": \"Bridge opens\", \"body\": \"Bridge opens\"}").paragraphs())
        .containsExactly("Bridge opens");
  }

  @Test
  void washingtonPost() {
    Article article =
        read(
            """
            {"id": "w1", "article_url": "/local/bridge/2017/12/29/w1_story.html", "title": "Bridge opens",
             "author": "", "source": "The Washington Post", "contents": [
              {"content": "Local", "mime": "text/plain", "type": "kicker"},
              {"content": "Bridge opens", "mime": "text/plain", "type": "title"},
              {"content": "By Ada Rivers and Tom Field", "type": "byline"},
              {"content": "A year late", "type": "deck"},
              {"content": 1514865008000, "mime": "text/plain", "type": "date"},
              {"type": "image", "fullcaption": "The bridge", "blurb": "The bridge"}, null,
              {"content": "It <a href='x'>opened</a>.", "subtype": "paragraph", "type": "sanitized_html"},
              {"content": "Trains <b>follow</b>.", "subtype": "paragraph", "type": "sanitized_html"},
              {"type": "author_info", "name": "Ada Rivers", "bio": "Writes."}]}
            """);
    assertThat(article.id()).isEqualTo("w1");
    assertThat(article.section()).isEqualTo("Local");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.publishedAt().iso()).isEqualTo("2018-01-02T03:50:08Z");
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
    assertThat(article.url())
        .isEqualTo("https://www.washingtonpost.com/local/bridge/2017/12/29/w1_story.html");
  }

  @Test
  void ninjsOfTheFirstKind() {
    Article article =
        read(
            """
            {"uri": "urn:newsml:agency:1", "type": "text", "versioncreated": "2023-06-19T08:00:00Z",
             "firstcreated": "2023-06-18T08:00:00Z", "pubstatus": "usable", "language": "en",
             "headline": "Bridge opens", "byline": "By Ada Rivers", "located": "Lakeport",
             "body_text": "It opened. Trains follow.", "body_html": "<p>It opened.</p><p>Trains follow.</p>",
             "subject": [{"code": "1", "name": "roads"}, {"code": "s", "name": "s"}],
             "place": [{"name": "Lakeport"}], "person": [{"name": "Kim Hill"}],
             "organisation": [{"name": "Ember Rail", "symbols": [{"ticker": "EMB"}]}],
             "service": [{"name": "Domestic", "code": "d"}],
             "associations": {"main": {"type": "picture", "headline": "P", "body_text": "P"}},
             "renditions": {"x": {"href": "http://a.example/x.jpg", "title": "x"}}}
            """);
    assertThat(article.id()).isEqualTo("urn-newsml-agency-1");
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-19T08:00:00Z");
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
    assertThat(article.topics()).containsExactly("roads");
    assertThat(article.places()).containsExactly("Lakeport");
    assertThat(article.people()).containsExactly("Kim Hill");
    assertThat(article.organisations()).containsExactly("Ember Rail");
    assertThat(article.section()).isEqualTo("Domestic");
    assertThat(article.dateline()).isEqualTo("Lakeport");
    assertThat(article.url()).isEmpty();
  }

  @Test
  void ninjsOfTheSecondAndThirdKind() {
    Article article =
        read(
            """
            {"standard": {"name": "ninjs", "version": "3.0"}, "uri": "https://a.example/items/1",
             "type": "text", "versioncreated": "2023-06-18T08:00:00Z", "by": "Ada Rivers",
             "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "Bridge opens"}],
             "bodies": [{"contentType": "text/plain", "value": "It opened. Trains follow."},
               {"contentType": "text/html", "value": "<p>It opened.</p><p>Trains follow.</p>"}],
             "subjects": [{"name": "roads"}], "places": [{"name": "Lakeport"}],
             "people": [{"name": "Kim Hill"}], "pubstatus": "usable"}
            """);
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
    assertThat(article.topics()).containsExactly("roads");
    assertThat(article.people()).containsExactly("Kim Hill");
    assertThat(article.url()).isEqualTo("https://a.example/items/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\"body_text\": \"The bridge\",", "\"body_html\": \"<p>The bridge</p>\","})
  void pictureWithoutTextIsSkipped(String body) {
    Reading reading =
        reading(
            "{\"guid\": \"1\", \"type\": \"picture\", \"pubstatus\": \"usable\", "
                + body
                + "\"versioncreated\": \"2023-06-18\", \"headline\": \"The bridge\"}");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a picture or similar item, without text");
  }

  @Test
  void newYorkTimes() {
    Article article =
        read(
            """
            {"status": "OK", "response": {"docs": [{
              "_id": "nyt://article/1", "web_url": "https://a.example/2023/06/18/bridge.html",
              "abstract": "A year late", "lead_paragraph": "The bridge opened.", "source": "The Times",
              "headline": {"main": "Bridge opens", "kicker": "Roads", "print_headline": "BRIDGE", "name": null},
              "multimedia": [{"url": "x.jpg", "caption": "c"}], "pub_date": "2023-06-18T10:00:00+0000",
              "byline": {"original": "By Ada Rivers and Tom Field", "person": [{"firstname": "Ada"}]},
              "section_name": "World", "keywords": [{"name": "subject", "value": "Bridges"},
                {"name": "glocations", "value": "Lakeport"}, {"name": "persons", "value": "Hill, Kim"},
                {"name": "organizations", "value": "Ember Rail"}]}],
              "meta": {"hits": 1}}}
            """);
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.paragraphs()).containsExactly("The bridge opened.");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.topics()).containsExactly("Bridges");
    assertThat(article.places()).containsExactly("Lakeport");
    assertThat(article.people()).containsExactly("Hill, Kim");
    assertThat(article.organisations()).containsExactly("Ember Rail");
    assertThat(article.section()).isEqualTo("World");
  }

  @Test
  void guardian() {
    Article article =
        read(
            """
            {"response": {"status": "ok", "results": [{"id": "world/2023/jun/18/bridge", "type": "article",
              "sectionId": "world", "sectionName": "World news", "webTitle": "Bridge opens",
              "webPublicationDate": "2023-06-18T10:00:00Z", "webUrl": "https://a.example/bridge",
              "fields": {"headline": "Bridge opens", "bodyText": "It opened.", "byline": "Ada Rivers",
                "trailText": "A <strong>year</strong> late", "publication": "The Paper", "lang": "en"},
              "tags": [{"id": "a", "type": "keyword", "webTitle": "Bridges"}]}]}}
            """);
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.standfirst()).isEqualTo("A year late");
    assertThat(article.paragraphs()).containsExactly("It opened.");
    assertThat(article.section()).isEqualTo("World news");
    assertThat(article.source()).isEqualTo("The Paper");
    assertThat(article.topics()).containsExactly("Bridges");
  }

  @Test
  void newsApiAndItsNoteOfWhatItCutOff() {
    Article article =
        read(
            """
            {"status": "ok", "articles": [{"source": {"id": null, "name": "The Paper"}, "author": "Ada Rivers",
              "title": "Bridge opens", "description": "A year late", "urlToImage": "https://a.example/x.jpg",
              "url": "https://a.example/1", "publishedAt": "2023-06-18T10:00:00Z",
              "content": "It opened, and… [+1703 chars]"}]}
            """);
    assertThat(article.source()).isEqualTo("The Paper");
    assertThat(article.paragraphs()).containsExactly("It opened, and…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "collect_date",
        "collectedAt",
        "indexed_date",
        "date_download",
        "date_modify",
        "crawled",
        "fetched_at",
        "scraped_at",
        "retrieved",
        "seendate",
        "warc_date",
        "@timestamp",
        "updated"
      })
  void whenItWasGatheredIsNotWhenItWasPublished(String field) {
    String record = "{\"title\": \"A\", \"" + field + "\": \"2023-06-18T10:00:00Z\"}";
    assertThat(read(record).publishedAt().isKnown()).isFalse();
  }

  @Test
  void mediaCloud() {
    Article article =
        read(
            """
            [{"stories_id": 17, "guid": "https://a.example/1", "collect_date": "2023-07-01 00:00:00",
              "publish_date": "2023-06-18 10:00:00", "media_name": "The Paper", "media_id": 3,
              "media_url": "https://a.example/", "title": "Bridge opens", "language": "en",
              "url": "https://a.example/1", "story_tags": [{"tag": "x"}]}]
            """);
    assertThat(article.id()).isEqualTo("17");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00");
    assertThat(article.source()).isEqualTo("The Paper");
    assertThat(article.url()).isEqualTo("https://a.example/1");
  }

  @Test
  void newsPlease() {
    Article article =
        read(
            """
            {"authors": ["Ada Rivers"], "date_download": "2023-07-01 10:00:00", "date_modify": null,
             "date_publish": "2023-06-18 10:00:00", "description": "A year late", "filename": "x.json",
             "language": "en", "localpath": null, "maintext": "It opened.\\nTrains follow.", "text": null,
             "source_domain": "a.example", "title": "Bridge opens", "title_page": null,
             "url": "https://a.example/1"}
            """);
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00");
    assertThat(article.paragraphs()).containsExactly("It opened.", "Trains follow.");
    assertThat(article.source()).isEqualTo("a.example");
  }

  @Test
  void linkedDataOfManyTypesGivesItsArticle() {
    Reading reading =
        reading(
            """
            {"@context": "https://schema.org", "@graph": [
              {"@type": "NewsArticle", "@id": "https://a.example/1", "headline": "Bridge opens",
               "author": {"@type": "Person", "name": "Ada Rivers"}, "articleBody": "It opened.",
               "publisher": {"@type": "Organization", "name": "The Paper"}, "inLanguage": "en-GB",
               "mainEntityOfPage": {"@type": "WebPage", "@id": "https://a.example/1"},
               "datePublished": "2023-06-18", "dateModified": "2024-01-01", "articleSection": "Local",
               "keywords": "bridges, roads", "image": {"@type": "ImageObject", "url": "x.jpg"}},
              {"@type": "WebPage", "name": "Bridge opens", "url": "https://a.example/1",
               "datePublished": "2023-06-18"}]}
            """);
    Article article = reading.only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("The Paper");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.url()).isEqualTo("https://a.example/1");
    assertThat(article.topics()).containsExactly("bridges", "roads");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("not an article, by its @type");
  }

  @Test
  void dataSetsOfSummaries() {
    Article article =
        read("{\"article\": \"It opened.\", \"highlights\": \"One .\\nTwo .\", \"id\": \"f00\"}");
    assertThat(article.id()).isEqualTo("f00");
    assertThat(article.paragraphs()).containsExactly("It opened.");
    assertThat(article.standfirst()).isEqualTo("One . Two .");
    assertThat(read("{\"document\": \"It opened.\", \"summary\": \"One.\"}").paragraphs())
        .containsExactly("It opened.");
  }

  @Test
  void contentManagementSystems() {
    Article wordPress =
        read(
            "[{\"id\": 5, \"date\": \"2023-06-18T10:00:00\", \"link\": \"https://a.example/1\","
                + " \"title\": {\"rendered\": \"Bridge &#8211; opens\"}, \"author\": 3, \"tags\":"
                + " [4], \"content\": {\"rendered\": \"<p>It opened.</p>\", \"protected\":"
                + " false}}]");
    assertThat(wordPress.title()).isEqualTo("Bridge – opens");
    assertThat(wordPress.paragraphs()).containsExactly("It opened.");
    assertThat(wordPress.authors()).isEmpty();
    assertThat(wordPress.topics()).isEmpty();

    Article arc =
        read(
            "{\"_id\": \"X\", \"type\": \"story\", \"headlines\": {\"basic\": \"Bridge opens\"},"
                + " \"content_elements\": [{\"_id\": \"1\", \"type\": \"text\", \"content\":"
                + " \"It <b>opened</b>.\"}, {\"type\": \"image\", \"caption\": \"c\"}]}");
    assertThat(arc.title()).isEqualTo("Bridge opens");
    assertThat(arc.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void mediaItemOfAnAgencyIsFoundInsideItsAnswer() {
    Article article =
        read(
            """
            {"api_version": "1.1", "id": "request", "method": "GET", "data": {"meta": {"products": []},
              "item": {"uri": "https://a.example/c/1?qt=x", "altids": {"itemid": "i1"}, "type": "text",
               "versioncreated": "2019-07-03T04:05:12Z", "pubstatus": "usable", "headline": "Bridge opens",
               "title": "Bridge", "provider": "AP", "keywords": ["roads"]}}}
            """);
    assertThat(article.id()).isEqualTo("i1");
    assertThat(article.source()).isEqualTo("AP");
    assertThat(article.publishedAt().iso()).isEqualTo("2019-07-03T04:05:12Z");
  }
}
