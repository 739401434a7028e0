package broadsheet.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The documentation as pages of the server. */
@Smoke
@SuppressWarnings("NullAway.Init")
class HelpIT {
  private static TestServer server;

  @BeforeAll
  static void serve() throws Exception {
    server = TestServer.shared();
  }

  /** Follows the links from the first page on, as the server sends them. */
  @Test
  void everyPageIsReachedAndEveryLinkLeadsToAPlace() throws Exception {
    Map<String, Document> seen = new HashMap<>();
    Deque<String> waiting = new ArrayDeque<>(List.of("/help"));
    while (!waiting.isEmpty()) {
      String path = waiting.pop();
      HttpResponse<String> answer = server.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      Document page = Jsoup.parse(answer.body());
      seen.put(path, page);
      page.select(".doc [href^=/help], .doc [src^=/help]").stream()
          .map(link -> (link.attr("href") + link.attr("src")).replaceFirst("#.*", ""))
          .filter(next -> !seen.containsKey(next) && !waiting.contains(next))
          .forEach(waiting::add);
    }
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      long pages = docs.filter(file -> file.toString().endsWith(".md")).count();
      assertThat(seen.values().stream().filter(page -> !page.select(".doc h1").isEmpty()).count())
          .isGreaterThanOrEqualTo(pages);
    }
    seen.forEach(
        (path, page) ->
            assertThat(page.select(".doc a[href*=#]").eachAttr("href"))
                .allSatisfy(
                    href -> {
                      String other = href.substring(0, href.indexOf('#'));
                      String anchor = href.substring(href.indexOf('#') + 1);
                      Document target = other.isEmpty() ? page : seen.get(other);
                      if (!other.contains(":")) {
                        assertThat(requireNonNull(target).getElementById(anchor))
                            .as(href)
                            .isNotNull();
                      }
                    }));
  }

  @Test
  void aSearchFindsSectionsByTheQueryLanguage() throws Exception {
    Document page = server.page("/help?q=%22query+language%22+OR+backup+w/10+restore");
    assertThat(page.select(".found a").eachAttr("href"))
        .contains("/help/deploy#backup-and-restore");
    assertThat(page.select(".found mark").eachText()).contains("restore");
    assertThat(page.select(".reading").text()).contains("within 10 words");
    assertThat(server.page("/help?q=zzzz").select("h1").text()).isEqualTo("Nothing in the help");
    assertThat(server.page("/help?q=harbour-1").select(".found a[href^=/article]")).isEmpty();
  }

  @Test
  void filesAreSentAsTheyAre() throws Exception {
    HttpResponse<String> roles = server.get("/help/roles.yml");
    assertThat(roles.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
    assertThat(roles.body()).isEqualTo(Files.readString(Path.of("docs", "roles.yml")));
    assertThat(server.get("/help/images/peers.svg").headers().firstValue("Content-Type"))
        .hasValue("image/svg+xml");
  }

  @Test
  void nothingElseOfTheClassPathIsSent() throws Exception {
    for (String path : List.of("index", "pages.tsv", "deploy.html", "web/tokens.css", "nowhere")) {
      assertThat(server.get("/help/" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  /** A page of the archive's own words would show what a reader's rights may hide. */
  @Test
  void onlyTheFirstPageHasAnythingOfTheArchive() throws Exception {
    assertThat(server.page("/help").text()).contains("The Evening Lantern");
    assertThat(server.page("/help/query-language").text()).doesNotContain("Evening Lantern");
    assertThat(server.page("/help?q=lantern").text()).doesNotContain("Evening Lantern");
  }
}
