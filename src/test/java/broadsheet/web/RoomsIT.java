package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rooms that each page leads to, the index of names and the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomsIT {
  @AutoClose private TestServer server;

  @BeforeAll
  void start() throws Exception {
    server =
        TestServer.over(
            List.of(
                named("a", "Ada Quill", "Émile Quay"),
                named("b", "Ada Quill", "3 Rivers"),
                named("c", "Anton Pier")));
  }

  private static Article named(String id, String... people) {
    return Article.withId(id)
        .title("The board meets")
        .people(List.of(people))
        .organisations(List.of("Harbour Board"))
        .build();
  }

  private static List<String> rooms(TestServer server) throws Exception {
    return server.page("/search?q=board").select(".sections a").eachText();
  }

  private List<String> names(String query) throws Exception {
    return server.page("/names" + query).select(".values .value").eachText();
  }

  @Test
  void roomsWithoutAnythingAreClosed() throws Exception {
    assertThat(rooms(server)).containsExactly("Search", "Names", "Words", "My desk", "Archive");
    try (TestServer plain = TestServer.over(List.of(Article.withId("x").title("Bare").build()))) {
      assertThat(rooms(plain)).containsExactly("Search", "Words", "My desk", "Archive");
    }
  }

  /** Follows a few links of each kind, from page to page. */
  @Test
  void readerWithoutRightsIsLedToNothingForbidden() throws Exception {
    try (WebServer open = TestServer.shared().also(ServerSettings.at("0.0.0.0", 0))) {
      String site = "http://127.0.0.1:" + open.port();
      Map<String, Integer> kinds = new HashMap<>();
      Set<String> known = new HashSet<>();
      Deque<String> ahead = new ArrayDeque<>(List.of("/", "/search?q=tide", "/help"));
      while (!ahead.isEmpty()) {
        String path = ahead.remove();
        HttpResponse<String> answer = get(site + path);
        assertThat(answer.statusCode()).as(path).isNotIn(403, 404);
        Document page = Jsoup.parse(answer.body(), site);
        assertThat(page.select("[href=/desk], form[method=post]")).as(path).isEmpty();
        assertThat(page.text()).as(path).doesNotContain("only for those who may");
        page.select("a[href^=/]:not([download])").eachAttr("href").stream()
            .map(href -> href.replaceFirst("#.*", ""))
            .filter(known::add)
            .filter(
                href -> kinds.merge(href.replaceFirst("(?<=\\w)\\W.*", ""), 1, Integer::sum) < 6)
            .forEach(ahead::add);
      }
      assertThat(kinds).containsKeys("/alerts", "/cite", "/names", "/article", "/help");
    }
  }

  private static HttpResponse<String> get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void trendsAndWordsLeadToEachOther() throws Exception {
    assertThat(server.page("/words").select("main .switches a[href=/trends]")).hasSize(1);
    assertThat(server.page("/trends").select("main .switches a[href=/words]")).hasSize(1);
  }

  @Test
  void namesAreListedByFrequencyAndByLetter() throws Exception {
    assertThat(names("")).startsWith("Ada Quill").hasSize(4);
    assertThat(names("?letter=A")).containsExactly("Ada Quill", "Anton Pier");
    assertThat(names("?letter=E")).containsExactly("Émile Quay");
    assertThat(names("?letter=%23")).containsExactly("3 Rivers");
    assertThat(names("?find=QU")).containsExactlyInAnyOrder("Ada Quill", "Émile Quay");
    assertThat(names("?kind=organisation")).containsExactly("Harbour Board");
    assertThat(names("?find=nobody")).isEmpty();
    Document page = server.page("/names");
    assertThat(page.select(".letters a").eachText()).containsExactly("#", "A", "E");
    assertThat(page.select(".values a").attr("href")).isEqualTo("/name/person/Ada%20Quill");
    assertThat(page.select("a[href=/names/corrections]")).hasSize(1);
  }

  @Test
  void namesAreData() throws Exception {
    JsonNode names = server.json("/names.json?letter=A");
    assertThat(names.path("total").asInt()).isEqualTo(2);
    assertThat(names.path("names").path(0).path("value").asText()).isEqualTo("Ada Quill");
    assertThat(names.path("names").path(0).path("count").asInt()).isEqualTo(2);
    assertThat(server.get("/names?kind=ship").statusCode()).isEqualTo(400);
  }

  private static List<Article> dated(LocalDate last, int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                Article.withId("d" + i)
                    .title("The board meets")
                    .publishedAt(PublicationDate.stated(last.minusDays(i).toString()))
                    .build())
        .toList();
  }

  @Test
  void periodsAreThoseThatTheArchiveHasReached() throws Exception {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    try (TestServer fresh = TestServer.over(dated(today, 3));
        TestServer ended = TestServer.over(dated(today.minusDays(60), 3));
        TestServer old = TestServer.over(dated(LocalDate.of(1963, 12, 27), 3))) {
      assertThat(fresh.page("/search?q=board").select(".dates .values a").eachText())
          .containsExactly("Past week", "Past month", "Past year");
      assertThat(ended.page("/search?q=board").select(".dates .values a").eachText())
          .containsExactly("Past year", "Last year of the archive");
      Document page = old.page("/search?q=board");
      assertThat(page.select(".dates .values a").eachText())
          .containsExactly("Last year of the archive");
      assertThat(page.select(".dates .values a").attr("href")).contains("from=1962-12-28");
    }
  }

  @Test
  void whatCouldBeAddedIsShownToThoseWhoMayAddIt() throws Exception {
    try (TestServer many = TestServer.over(dated(LocalDate.of(1963, 12, 27), 100));
        WebServer open = many.also(ServerSettings.at("0.0.0.0", 0))) {
      String names = "100 articles whose names are not found: --names, about a minute";
      assertThat(many.page("/corpus").select(".origins li").eachText()).contains(names);
      String read = get("http://127.0.0.1:" + open.port() + "/corpus").body();
      assertThat(read).contains("Read from").doesNotContain("--names");
    }
    assertThat(server.page("/corpus").text()).doesNotContain("Could be added");
  }

  @Test
  void numberOfResultsAPageIsChosenWhereThereAreMore() throws Exception {
    try (TestServer many = TestServer.over(dated(LocalDate.of(1963, 12, 27), 12))) {
      Document page = many.page("/search?q=board&duplicates=show");
      assertThat(page.select("nav[aria-labelledby=sizes] a").eachText())
          .containsExactly("10", "25", "50", "100");
      assertThat(page.select("nav[aria-labelledby=sizes] [aria-current]").text()).isEqualTo("10");
      String more = page.select("nav[aria-labelledby=sizes] a").get(1).attr("href");
      assertThat(many.page(more).select("article.hit")).hasSize(12);
    }
    assertThat(server.page("/search?q=board").select("nav[aria-labelledby=sizes]")).isEmpty();
  }

  @Test
  void deskLeadsToWhatAReaderKeeps() throws Exception {
    Document desk = server.page("/desk");
    assertThat(desk.select("main a").eachAttr("href"))
        .containsExactly("/lists", "/alerts", "/verify", "/batch", "/replay");
    assertThat(desk.select("main .number").eachText()).containsExactly("0", "0");
  }
}
