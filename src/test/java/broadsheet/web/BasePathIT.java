package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.web.request.BasePath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A server under a path, as behind a proxy that serves other things as well. */
@SuppressWarnings("NullAway.Init")
class BasePathIT {
  private static final String BASE = "/news/archive";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static TestServer server;
  private static WebServer based;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
    based = server.also(ServerSettings.at("127.0.0.1", 0).under(new BasePath(BASE)));
  }

  @AfterAll
  static void stop() {
    based.close();
    server.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + based.port() + path);
    return CLIENT.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void everyLinkOfEveryPageIsBelowTheBase() throws Exception {
    TreeSet<String> assets = new TreeSet<>();
    for (String path : PageKinds.addresses().toList()) {
      Document page = Jsoup.parse(get(BASE + path).body());
      assertThat(page.select("[href^=/], [src^=/], [action^=/]"))
          .as(path)
          .isNotEmpty()
          .allMatch(
              one ->
                  List.of(one.attr("href"), one.attr("src"), one.attr("action")).stream()
                      .allMatch(to -> to.isEmpty() || to.startsWith(BASE + "/")));
      assets.addAll(page.select("link[rel=stylesheet]").eachAttr("href"));
      assets.addAll(page.select("script").eachAttr("src"));
    }
    for (String asset : assets) {
      assertThat(get(asset).statusCode()).as(asset).isEqualTo(200);
    }
  }

  @Test
  void addressesForProgramsHaveTheBaseToo() throws Exception {
    String site = "http://127.0.0.1:" + based.port() + BASE;
    assertThat(get(BASE + "/search.csv?q=pier").body()).contains(site + "/article/harbour-1");
    assertThat(get(BASE + "/search.atom?q=pier").body()).contains(site + "/article/harbour-1");
    assertThat(get(BASE + "/opensearch.xml").body()).contains(site + "/search?q=");
    assertThat(get(BASE + "/search.json?q=pier").body()).contains("harbour-1");
    assertThat(get(BASE).statusCode()).isEqualTo(200);
  }

  @Test
  void proxyMayRemoveTheBase() throws Exception {
    assertThat(get("/search?q=pier").body()).contains("href=\"" + BASE + "/article/harbour-1");
    assertThat(get("/news/archives").statusCode()).isEqualTo(404);
  }

  @Test
  void redirectionStaysBelowTheBase() throws Exception {
    String origin = "http://127.0.0.1:" + based.port();
    HttpRequest save =
        HttpRequest.newBuilder(URI.create(origin + BASE + "/alerts"))
            .header("Origin", origin)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("q=barley&name=Barley"))
            .build();
    HttpResponse<String> answer = CLIENT.send(save, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse("")).contains(BASE + "/alerts#");
  }

  @Test
  void scriptsAskBelowTheBase() throws Exception {
    try (Browser browser = Browser.open(server)) {
      browser.driver().get("http://127.0.0.1:" + based.port() + BASE + "/search?q=tide");
      browser.press("/", "harb");
      browser.until(() -> browser.one("[role=listbox]").isDisplayed());
      assertThat(browser.askAll("return performance.getEntriesByType('resource').map(r => r.name)"))
          .anyMatch(name -> name.contains(BASE + "/suggest?q="))
          .allMatch(name -> name.contains(BASE + "/"));
      browser.press(Keys.ESCAPE, Keys.TAB);
      browser.pressAndLeave("gh");
      assertThat(browser.driver().getCurrentUrl()).endsWith(BASE + "/");
    }
  }
}
