package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a name that metadata states, and its JSON twin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Smoke
class NamePageIT {

  private static final String CHAIR = "/name/person/Ada%20Quill";

  @AutoClose private TestServer server;

  private static Article story(int day, String source, List<String> people, String organisation) {
    return Article.withId("board-" + day)
        .title("The board meets again, day " + day)
        .paragraphs(List.of("Quill spoke of dredging. Minutes of meeting " + day + "."))
        .people(people)
        .organisations(List.of(organisation))
        .places(List.of("Port Ellery"))
        .source(source)
        .language("en")
        .publishedAt(PublicationDate.stated(LocalDate.of(1990, day, 10).toString()))
        .build();
  }

  @BeforeAll
  void start() throws Exception {
    List<Article> articles = new ArrayList<>(SampleArticles.all());
    for (int day = 1; day <= 12; day++) {
      List<String> people = day % 2 == 0 ? List.of("Ada Quill", "Tom Reed") : List.of("Ada Quill");
      articles.add(story(day, day < 4 ? "The Tide" : "Lantern", people, "Harbour Board"));
    }
    articles.add(
        Article.withId("odd")
            .title("Odd names")
            .organisations(List.of("AC/DC", "100% & Co.", "Quay.json", "Q+A", "<b>\"Bold\"</b>"))
            .build());
    articles.add(Article.withId("undated").title("Undated").people(List.of("Ada Quill")).build());
    server = TestServer.over(articles);
  }

  @Test
  void thePageHasWhatIsKnownOfAName() throws Exception {
    Document page = server.page(CHAIR);
    assertThat(page.select("h1").text()).isEqualTo("Ada Quill");
    assertThat(page.select(".status .kicker").text()).isEqualTo("Person");
    assertThat(page.select(".status").text())
        .contains("14 articles", "stated in metadata")
        .contains("First: Harbour board votes to reopen the old grain pier 26 February 1987")
        .contains("Latest: The board meets again, day 12 10 December 1990");
    assertThat(page.select(".timeline .bar")).isNotEmpty();
    assertThat(page.select(".hit")).hasSize(10);
    assertThat(page.select(".hit h2").getFirst().text()).endsWith("day 12");
    assertThat(page.select(".words-apart a").eachText())
        .contains("dredging")
        .doesNotContain("Quill", "Ada");
    String all = page.select("#hits .similar a").getLast().attr("href");
    assertThat(server.page(all).select(".count").text()).isEqualTo("14 articles");
    assertThat(server.page(all).select(".to-words a[href=" + CHAIR + "]").text())
        .isEqualTo("About Ada Quill");
  }

  @Test
  void companyLeadsToNamesAndSourcesToSearches() throws Exception {
    Document page = server.page(CHAIR);
    assertThat(page.select(".narrowing h2").eachText())
        .containsExactly("People", "Organisations", "Places", "Sources");
    assertThat(page.select("[aria-labelledby=by-person] a").eachText())
        .containsExactly("Tom Reed", "6 with Tom Reed");
    String reed = page.select("[aria-labelledby=by-person] a").attr("href");
    assertThat(server.page(reed).select("[aria-labelledby=by-person] a").eachText())
        .containsExactly("Ada Quill", "6 with Ada Quill");
    assertThat(together(page, "person")).isEqualTo("6 articles");
    assertThat(together(page, "organisation")).isEqualTo("13 articles");
    String board = page.select("[aria-labelledby=by-organisation] a").attr("href");
    assertThat(server.page(board).select(".status .kicker").text()).isEqualTo("Organisation");
    String tide = page.select("[aria-labelledby=by-source] a[href*=Tide]").attr("href");
    assertThat(server.page(tide).select(".count").text()).isEqualTo("3 articles");
  }

  /** The count of articles that the first count of a list leads to. */
  private String together(Document page, String kind) throws Exception {
    String search = page.select("[aria-labelledby=by-" + kind + "] a.number").attr("href");
    return server.page(search).select(".count").text();
  }

  @Test
  void theTwinHasTheSame() throws Exception {
    JsonNode twin = server.json(CHAIR + ".json");
    assertThat(twin.path("kind").asText()).isEqualTo("person");
    assertThat(twin.path("name").asText()).isEqualTo("Ada Quill");
    assertThat(twin.path("articles").toString())
        .isEqualTo("{\"total\":14,\"relation\":\"eq\",\"found\":0,\"statedOnly\":14}");
    assertThat(twin.path("first").path("id").asText()).isEqualTo("harbour-1");
    assertThat(twin.path("last").path("id").asText()).isEqualTo("board-12");
    assertThat(twin.path("company").path("organisation").get(0).path("count").asInt())
        .isEqualTo(13);
    assertThat(twin.path("newest")).hasSize(10);
    assertThat(twin.path("distinctive").path("words").findValuesAsText("text"))
        .contains("dredging");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AC/DC", "100% & Co.", "Q+A", "<b>\"Bold\"</b>"})
  void anyNameHasAnAddress(String name) throws Exception {
    JsonNode company =
        server.json("/name/organisation/Q%2BA.json").path("company").path("organisation");
    assertThat(company.findValuesAsText("value")).contains("AC/DC", "100% & Co.");
    Document page = server.page("/name/organisation/Q%2BA");
    String own =
        page.select("a[href^=/name/]").stream()
            .filter(link -> link.select(".value").text().equals(name))
            .map(link -> link.attr("href"))
            .findFirst()
            .orElse("/name/organisation/Q%2BA");
    assertThat(server.page(own).select("h1").text()).isEqualTo(name);
    assertThat(server.json(own + ".json").path("name").asText()).isEqualTo(name);
  }

  @Test
  void anUnknownNameOffersASearch() throws Exception {
    HttpResponse<String> answer = server.get("/name/person/Ada%20Quil");
    assertThat(answer.statusCode()).isEqualTo(404);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".problem").text()).contains("person “Ada Quil”");
    assertThat(page.select(".problem a").getFirst().attr("href")).isEqualTo("/search?q=Ada+Quil");
    assertThat(page.select("#q, [name=q]").val()).isEqualTo("Ada Quil");
    HttpResponse<String> data = server.get("/name/person/Ada%20Quil.json");
    assertThat(data.statusCode()).isEqualTo(404);
    assertThat(data.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(server.get("/name/ship/Ada%20Quill").statusCode()).isEqualTo(404);
    assertThat(server.get("/name/organisation/Ada%20Quill").statusCode()).isEqualTo(404);
  }
}
