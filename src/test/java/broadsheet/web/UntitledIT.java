package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Articles without a headline have the same name on all pages and in all files. */
@SuppressWarnings("NullAway.Init")
class UntitledIT {
  private static final String TEXT =
      "The zephyr went round the harbour at noon, turned at the grain pier, and left the town by"
          + " the lighthouse, as it had come.";
  private static final String NAME =
      "The zephyr went round the harbour at noon, turned at the grain pier, and left the town by …";
  private static final String CAPTION = "A zephyr at rest on the quay.";

  @AutoClose private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        TestServer.over(
            List.of(
                Article.withId("long").paragraphs(List.of(TEXT)).source("Lantern").build(),
                copied("copy").build(),
                copied("other").title("Zephyr on its round").build(),
                Article.withId("picture").captions(List.of(CAPTION)).build(),
                Article.withId("empty").topics(List.of("Zephyr")).build()));
  }

  private static ArticleBuilder copied(String id) {
    return Article.withId(id)
        .paragraphs(List.of(TEXT, "It was the first of the year.", "Nobody wrote it down."));
  }

  private static String tab(String id) throws Exception {
    return server.page("/article/" + id).title();
  }

  @Test
  void resultsAndPagesHaveTheFirstWords() throws Exception {
    assertThat(
            server
                .page("/search?q=zephyr+OR+topic:zephyr&duplicates=show")
                .select(".hit h2")
                .eachText())
        .containsOnly(NAME, "Zephyr on its round", CAPTION, "Untitled");
    assertThat(server.page("/article/long?q=zephyr").select("h1").html()).isEqualTo(NAME);
    assertThat(tab("long")).isEqualTo(NAME + " · Broadsheet");
    assertThat(tab("picture")).isEqualTo(CAPTION + " · Broadsheet");
    assertThat(tab("empty")).isEqualTo("Untitled · Broadsheet");
    assertThat(server.page("/article/long/why?q=zephyr").select(".why-article").text())
        .isEqualTo(NAME);
    assertThat(server.page("/article/other").select(".related a").eachText()).contains(NAME);
    JsonNode json = new ObjectMapper().readTree(server.get("/article/long.json").body());
    assertThat(json.path("title").isNull()).isTrue();
  }

  @Test
  void citationsHaveTheFirstWords() throws Exception {
    Document page = server.page("/article/long");
    assertThat(page.select(".citation").text()).contains("“" + NAME + "”");
    assertThat(page.select(".citation-style").eachText())
        .hasSize(3)
        .allMatch(t -> t.contains(NAME));
    assertThat(server.get("/article/long.bib").body()).contains("title = {{" + NAME + "}}");
    assertThat(server.get("/article/long.ris").body()).contains("TI  - " + NAME + "\r\n");
    assertThat(server.get("/article/empty.ris").body()).contains("TI  - Untitled\r\n");
  }

  @Test
  void aListKeepsTheFirstWords() throws Exception {
    HttpRequest keep =
        HttpRequest.newBuilder(URI.create(server.address("/lists/put")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString("name=Winds&article=long&article=empty"))
            .build();
    try (HttpClient reader = HttpClient.newHttpClient()) {
      assertThat(reader.send(keep, BodyHandlers.ofString()).statusCode()).isEqualTo(303);
    }
    String list = server.desk().lists().all("").getFirst().id();
    assertThat(server.page("/lists/" + list).select("h2").eachText()).contains(NAME, "Untitled");
  }

  /** An address of this machine leads other readers nowhere. */
  @Test
  void citationsHaveThePublicAddressOrNone() throws Exception {
    assertThat(server.page("/article/long").select(".citation-style").text())
        .contains("Accessed", "Retrieved")
        .doesNotContain("http", ", from");
    URI known = URI.create("https://archive.example.org");
    try (WebServer named = server.also(ServerSettings.at("127.0.0.1", 0).knownAs(known))) {
      URL there = URI.create("http://127.0.0.1:" + named.port() + "/article/long").toURL();
      assertThat(Jsoup.parse(there, 9_000).select(".citation-style").eachText())
          .hasSize(3)
          .allMatch(style -> style.contains("https://archive.example.org/article/long"));
    }
  }
}
