package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Feeds of searches, and the description of the archive as a search engine. */
@Smoke
class FeedIT {
  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      articles.add(
          Article.withId("tide-" + i)
              .title("Tide table " + i)
              .paragraphs(List.of("High tide."))
              .source("The Evening Lantern")
              .publishedAt(PublicationDate.stated(LocalDate.of(2020, 1, 1).plusDays(i).toString()))
              .build());
    }
    articles.add(
        Article.withId("zoned")
            .title("A <b>zephyr</b> & \"more\" 🌬")
            .paragraphs(List.of("One zephyr."))
            .authors(List.of("Ada Quill", "Ben Ink"))
            .topics(List.of("air & sea"))
            .publishedAt(PublicationDate.stated("2023-06-18T23:30:00-05:00"))
            .build());
    articles.add(
        Article.withId("local")
            .paragraphs(List.of("Another zephyr."))
            .publishedAt(PublicationDate.stated("2022-06-18T23:30:01.5"))
            .build());
    articles.add(Article.withId("bare").paragraphs(List.of("A dateless zephyr.")).build());
    server = TestServer.over(articles);
  }

  @Test
  void feedHasOnlyWhatMatchesAsAsked() throws Exception {
    assertThat(feed("/search.atom?q=tide+zephyr").getEntries()).isEmpty();
  }

  @Test
  void feedHasTheNewestFifty() throws Exception {
    SyndFeed feed = feed("/search.atom?q=tide&sort=oldest&page=3");
    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getTitle()).isEqualTo("tide · Broadsheet");
    assertThat(feed.getEntries()).hasSize(50);
    SyndEntry newest = feed.getEntries().getFirst();
    assertThat(newest.getTitle()).isEqualTo("Tide table 59");
    assertThat(newest.getUri()).isEqualTo(server.address("/article/tide-59"));
    assertThat(newest.getLink()).isEqualTo(server.address("/article/tide-59"));
    assertThat(newest.getPublishedDate()).isEqualTo(Instant.parse("2020-02-29T00:00:00Z"));
    assertThat(newest.getAuthor()).isEqualTo("The Evening Lantern");
  }

  @Test
  void entriesTellWhatIsKnown() throws Exception {
    SyndFeed feed = feed("/search.atom?q=zephyr");
    assertThat(feed.getEntries()).hasSize(3);
    SyndEntry zoned = feed.getEntries().getFirst();
    assertThat(zoned.getTitle()).isEqualTo("A <b>zephyr</b> & \"more\" 🌬");
    assertThat(zoned.getPublishedDate()).isEqualTo(Instant.parse("2023-06-19T04:30:00Z"));
    assertThat(zoned.getAuthors()).hasSize(2);
    assertThat(zoned.getCategories().getFirst().getName()).isEqualTo("air & sea");
    assertThat(zoned.getDescription().getValue()).isEqualTo("One zephyr.");
    assertThat(feed.getEntries().get(1).getPublishedDate())
        .isEqualTo(Instant.parse("2022-06-18T23:30:01Z"));
    SyndEntry bare = feed.getEntries().getLast();
    assertThat(bare.getPublishedDate()).isNull();
    assertThat(bare.getUpdatedDate()).isNotNull();
  }

  @Test
  void everyEntryHasWhatAtomDemands() throws Exception {
    HttpResponse<String> answer = server.get("/search.atom?q=zephyr&source=&size=2");
    assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("application/atom+xml;charset=utf-8");
    Document atom = Jsoup.parse(answer.body(), Parser.xmlParser());
    List<Element> parts = new ArrayList<>(atom.select("feed > entry"));
    parts.add(atom.expectFirst("feed"));
    assertThat(parts)
        .hasSize(4)
        .allSatisfy(
            part -> {
              assertThat(part.select("> id, > title, > updated")).hasSize(3);
              assertThat(part.expectFirst("> updated").text())
                  .matches("[-0-9]+T[:.0-9]+(Z|.\\d\\d:\\d\\d)");
              assertThat(part.select("> link[rel=alternate]")).hasSize(1);
            });
    assertThat(atom.expectFirst("feed > link[rel=self]").attr("href"))
        .isEqualTo(server.address("/search.atom?q=zephyr"));
    assertThat(atom.expectFirst("feed > link[rel=alternate]").attr("href"))
        .isEqualTo(server.address("/search?q=zephyr&sort=newest"));
  }

  @Test
  void anyQueryMakesAWellFormedFeed() throws Exception {
    assertThat(feed("/search.atom?q=%00%EF%BF%BE%3C/title%3E%1B]]%3E%22").getTitle())
        .isEqualTo("\uFFFD\uFFFD</title>\uFFFD]]>\" · Broadsheet");
    assertThat(feed("/search.atom").getTitle()).isEqualTo("Broadsheet");
  }

  @Test
  void wrongParametersAreToldAsProblems() throws Exception {
    HttpResponse<String> answer = server.get("/search.atom?from=soon");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void browsersLearnHowToAsk() throws Exception {
    HttpResponse<String> answer = server.get("/opensearch.xml");
    assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase("application/opensearchdescription+xml;charset=utf-8");
    Document description = Jsoup.parse(answer.body(), Parser.xmlParser());
    assertThat(description.expectFirst("ShortName").text()).isEqualTo("Broadsheet");
    assertThat(template(description, "text/html"))
        .isEqualTo(server.address("/search?q={searchTerms}"));
    assertThat(template(description, "application/x-suggestions+json"))
        .isEqualTo(server.address("/suggest?q={searchTerms}"));
  }

  private static String template(Document description, String type) {
    return description.expectFirst("Url[type=" + type + "]").attr("template");
  }

  @Test
  void pagesNameWhatCanBeTakenAwayAndFollowed() throws Exception {
    String choices = "&from=2020-01-02&source=The+Evening+Lantern&duplicates=show";
    Document page =
        Jsoup.parse(server.get("/search?q=tide&page=2&size=20&sort=oldest" + choices).body());
    assertThat(page.select("link[rel=search]").attr("href")).isEqualTo("/opensearch.xml");
    assertThat(page.select("link[rel=alternate]").attr("href"))
        .isEqualTo("/search.atom?q=tide" + choices);
    assertThat(page.expectFirst(".take-away").text())
        .isEqualTo("Download all 59 articles: CSV, JSON lines, RIS, BibTeX");
    assertThat(page.select(".take-away a").eachAttr("href"))
        .containsExactly(
            "/search.csv?q=tide&sort=oldest" + choices + "&bom=yes",
            "/search.jsonl?q=tide&sort=oldest" + choices,
            "/search.ris?q=tide&sort=oldest" + choices,
            "/search.bib?q=tide&sort=oldest" + choices);
    assertThat(page.select(".share li a").eachAttr("href"))
        .contains("/search.atom?q=tide" + choices);
    assertThat(Jsoup.parse(server.get("/search?q=nowhere").body()).select(".take-away")).isEmpty();
    assertThat(Jsoup.parse(server.get("/").body()).select("link[rel=alternate]")).isEmpty();
  }

  private static SyndFeed feed(String path) throws Exception {
    return new SyndFeedInput().build(new StringReader(server.get(path).body()));
  }
}
