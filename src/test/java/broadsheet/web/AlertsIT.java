package broadsheet.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.desk.SavedSearch;
import broadsheet.lucene.TestIndex;
import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved searches over HTTP. */
class AlertsIT {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Map<String, String> SAME = Map.of("Sec-Fetch-Site", "same-origin");

  private final HttpClient client = HttpClient.newHttpClient();
  private TestServer server;

  @BeforeEach
  void serve() throws IOException {
    server = TestServer.over(List.of(tide("old", "1987-01-01")));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private static Article tide(String id, String day) {
    return Article.withId(id)
        .title("Of <b>" + id + "</b> & more")
        .paragraphs(List.of("High tide at the harbour."))
        .source("The Evening Lantern")
        .publishedAt(PublicationDate.stated(day))
        .build();
  }

  @Test
  void searchIsSavedWithItsReadingShownBefore() throws Exception {
    Document results = server.page("/search?q=tide+OR+ferry&from=1980-01-01&sort=oldest&size=5");
    String toSave = results.select("details.share a:contains(Save as alert)").attr("href");
    assertThat(toSave).isEqualTo("/alerts?q=tide+OR+ferry&from=1980-01-01");
    Document offered = server.page(toSave);
    assertThat(offered.select(".offer .reading").text()).isEqualTo("tide or ferry");
    assertThat(offered.select(".offer .took").text()).isEqualTo("Filters: from 1980-01-01");
    assertThat(server.alerts().all()).isEmpty();

    Element form = offered.select(".offer form[method=post]").getFirst();
    StringBuilder body = new StringBuilder();
    form.select("input")
        .forEach(field -> body.append(field.attr("name") + "=" + field.val() + "&"));
    HttpResponse<String> answer = post(form.attr("action"), body.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    SavedSearch saved = server.alerts().all().getFirst();
    assertThat(answer.headers().firstValue("Location")).contains("/alerts#" + saved.id());
    assertThat(saved.search()).isEqualTo("q=tide+OR+ferry&from=1980-01-01");
    assertThat(saved.reading()).isEqualTo("tide or ferry");

    assertThat(post("/alerts", body.toString()).statusCode()).isEqualTo(303);
    assertThat(server.alerts().all()).containsExactly(saved);
    assertThat(server.page(toSave).select(".offer a").attr("href")).isEqualTo("#" + saved.id());
  }

  @Test
  void listTellsWhatCameInAndLeadsToIt() throws Exception {
    SavedSearch saved = server.alerts().add("q=tide&source=The+Evening+Lantern", "tide", 0);
    server.alerts().add("", "every article", 0);
    server.update(tide("one", "1988-01-01"), tide("two", "1989-01-01"));
    Document list = server.page("/alerts");
    Element entry = list.select("#" + saved.id()).getFirst();
    assertThat(entry.text())
        .contains("2 new articles, latest ")
        .contains("Filters: source The Evening Lantern");
    assertThat(entry.select("a").eachAttr("href"))
        .containsExactly(
            "/alerts/" + saved.id(),
            "/search?q=tide&source=The+Evening+Lantern",
            "/alerts/" + saved.id() + ".atom");
    assertThat(list.select("link[rel=alternate][type=application/atom+xml]").eachAttr("href"))
        .hasSize(2)
        .contains("/alerts/" + saved.id() + ".atom");
    Document arrivals = server.page("/alerts/" + saved.id());
    assertThat(arrivals.select("h1").text()).isEqualTo("2 new articles");
    assertThat(arrivals.select(".hit h2 a").eachAttr("href"))
        .containsExactly(
            "/article/two?q=tide&source=The+Evening+Lantern#hit-1",
            "/article/one?q=tide&source=The+Evening+Lantern#hit-1");
    assertThat(arrivals.select(".hit .snippet mark").eachText()).contains("tide");
    assertThat(arrivals.select("h2.came-in")).hasSize(1);
  }

  @Test
  void dataTwinTellsTheSame() throws Exception {
    SavedSearch saved = server.alerts().add("q=tide&from=1980-01-01", "tide", 0);
    JsonNode before = server.json("/alerts.json").at("/alerts/0");
    assertThat(before.get("latest").isNull()).isTrue();
    server.update(tide("one", "1988-01-01"));
    JsonNode alert = server.json("/alerts.json").at("/alerts/0");
    assertThat(alert.get("id").asText()).isEqualTo(saved.id());
    assertThat(alert.get("query").asText()).isEqualTo("tide");
    assertThat(alert.get("reading").asText()).isEqualTo("tide");
    assertThat(alert.at("/narrowed/0/name").asText()).isEqualTo("from");
    assertThat(alert.get("search").asText()).isEqualTo("/search?q=tide&from=1980-01-01");
    assertThat(alert.get("feed").asText()).isEqualTo("/alerts/" + saved.id() + ".atom");
    assertThat(alert.get("createdAt").asText()).isEqualTo(saved.createdAt().toString());
    assertThat(alert.get("cameIn").asLong()).isEqualTo(1);
    assertThat(Instant.parse(alert.get("latest").asText())).isAfterOrEqualTo(saved.createdAt());
  }

  @Test
  void feedTellsWhatCameInAndWhen() throws Exception {
    SavedSearch saved = server.alerts().add("q=tide", "tide", 0);
    String path = "/alerts/" + saved.id() + ".atom";
    assertThat(feed(path).getEntries()).isEmpty();
    Instant before = Instant.now().minusSeconds(1);
    server.update(tide("one", "1988-01-01"));
    server.update(tide("two", "1978-01-01"), tide("three", "1999-01-01"));
    SyndFeed feed = feed(path);
    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getTitle()).isEqualTo("tide · Alerts · Broadsheet");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactly(
            server.address("/article/three"),
            server.address("/article/two"),
            server.address("/article/one"));
    SyndEntry entry = feed.getEntries().getFirst();
    assertThat(entry.getTitle()).isEqualTo("Of <b>three</b> & more");
    assertThat(entry.getPublishedDate()).isEqualTo(Instant.parse("1999-01-01T00:00:00Z"));
    assertThat(entry.getUpdatedDate().toInstant()).isAfter(before);
    assertThat(feed.getLinks().stream().map(link -> link.getHref()))
        .contains(server.address("/alerts/" + saved.id()), server.address(path));
    assertThat(server.get(path).headers().firstValue("Content-Type"))
        .contains("application/atom+xml; charset=utf-8");
    assertThat(server.page("/alerts/" + saved.id()).select("link[rel=alternate]").attr("href"))
        .isEqualTo(path);
  }

  @Test
  void removedAlertIsGoneEverywhere() throws Exception {
    SavedSearch saved = server.alerts().add("q=tide", "tide", 0);
    Document list = server.page("/alerts");
    HttpResponse<String> answer = post(list.select(".saved form").attr("action"), "");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/alerts");
    assertThat(server.alerts().all()).isEmpty();
    assertThat(server.get("/alerts/" + saved.id()).statusCode()).isEqualTo(404);
    HttpResponse<String> feed = server.get("/alerts/" + saved.id() + ".atom");
    assertThat(feed.statusCode()).isEqualTo(404);
    assertThat(feed.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(post("/alerts/" + saved.id() + "/remove", "").statusCode()).isEqualTo(303);
    HttpResponse<String> read = server.get("/alerts/" + saved.id() + "/remove");
    assertThat(read.statusCode()).isEqualTo(405);
    assertThat(read.headers().firstValue("Allow")).contains("POST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          cross-site  | -                       | 403
          same-site   | http://127.0.0.1:PORT   | 403
          none        | -                       | 403
          same-origin | null                    | 303
          -           | http://127.0.0.1:PORT   | 303
          -           | http://evil.example     | 403
          -           | null                    | 403
          -           | -                       | 403
          """)
  void otherSitesCannotChangeAnything(@Nullable String site, @Nullable String origin, int status)
      throws Exception {
    SavedSearch kept = server.alerts().add("q=ferry", "ferry", 0);
    Map<String, String> headers = new TreeMap<>();
    if (site != null) {
      headers.put("Sec-Fetch-Site", site);
    }
    if (origin != null) {
      headers.put("Origin", origin.replace("PORT", Integer.toString(server.port())));
    }
    assertThat(send("/alerts", "q=tide", FORM, headers).statusCode()).isEqualTo(status);
    assertThat(server.alerts().all()).hasSize(status == 303 ? 2 : 1);
    HttpResponse<String> removed = send("/alerts/" + kept.id() + "/remove", "", FORM, headers);
    assertThat(removed.statusCode()).isEqualTo(status);
    assertThat(server.alerts().find(kept.id()).isPresent()).isEqualTo(status == 403);
  }

  @Test
  void onlyShortFormsAndRightParametersAreTaken() throws Exception {
    assertThat(send("/alerts", "q=tide", "text/plain", SAME).statusCode()).isEqualTo(415);
    assertThat(post("/alerts", "q=" + "x".repeat(7_000)).statusCode()).isEqualTo(413);
    assertThat(post("/alerts", "q=tide&from=yesterday").statusCode()).isEqualTo(400);
    assertThat(server.get("/alerts?from=yesterday").statusCode()).isEqualTo(400);
    assertThat(server.alerts().all()).isEmpty();
  }

  /** The first press only opens the question, with and without scripts. */
  @Test
  void removingAsksFirstAndSaysWhatIsLost() throws Exception {
    SavedSearch saved = server.alerts().add("q=tide", "tide", 0);
    server.update(TestIndex.article("surge", "A tide came over the pier."));
    Document page = Jsoup.parse(server.get("/alerts").body());
    Element form = page.select("form[action=/alerts/" + saved.id() + "/remove]").getFirst();
    Element question = requireNonNull(form.parent());
    assertThat(question.is("details:not([open])")).isTrue();
    assertThat(question.select("summary").text()).startsWith("Remove");
    assertThat(form.text()).contains("its list of 1 new article for good", "cannot be undone");
  }

  @Test
  void formsTellWhereTheyComeFrom() throws Exception {
    assertThat(server.get("/alerts").headers().allValues("Referrer-Policy"))
        .containsExactly("same-origin");
  }

  @Test
  void serverThatOthersReachChangesNothingAndSaysWhatTo() throws Exception {
    try (WebServer open = server.alsoAt("0.0.0.0")) {
      String address = "http://127.0.0.1:" + open.port();
      HttpResponse<String> list = get(address + "/alerts?q=tide");
      assertThat(list.body())
          .contains("./broadsheet alert add QUERY", "Read as")
          .doesNotContain("method=\"post\"");
      for (String path : List.of("/alerts", "/alerts/tides/remove")) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", FORM)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString("q=tide"))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("./broadsheet alert add QUERY");
      }
      assertThat(server.alerts().all()).isEmpty();
      server.alerts().add("q=tide", "tide", 0);
      assertThat(get(address + "/alerts").body()).contains("No new articles yet");
    }
  }

  @Test
  void damagedListIsToldAndLosesNothing() throws Exception {
    SavedSearch saved = server.alerts().add("q=tide", "tide", 0);
    Path file = Path.of(server.desk().place(), "searches.db");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 3));
    for (String path : List.of("/alerts", "/alerts.json", "/alerts/" + saved.id())) {
      HttpResponse<String> answer = server.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(503);
      assertThat(answer.body()).contains("Alerts are unavailable").doesNotContain(file.toString());
    }
    assertThat(post("/alerts", "q=ferry").statusCode()).isEqualTo(503);
    assertThat(server.get("/search?q=tide").statusCode()).isEqualTo(200);
    Files.write(file, whole);
    assertThat(server.get("/alerts/" + saved.id()).statusCode()).isEqualTo(200);
  }

  /** Text typed by a reader is never markup. */
  @Test
  void hostileSearchIsShownAsText() throws Exception {
    String hostile = "\"><script>alert(1)</script>";
    server.alerts().add("q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", hostile, 0);
    String body = server.get("/alerts?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body();
    assertThat(body).doesNotContain("<script>alert").contains("&lt;script&gt;");
  }

  private SyndFeed feed(String path) throws Exception {
    return new SyndFeedInput().build(new StringReader(server.get(path).body()));
  }

  private HttpResponse<String> get(String address) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return send(path, form, FORM, SAME);
  }

  private HttpResponse<String> send(
      String path, String body, String type, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address(path)))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
