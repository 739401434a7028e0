package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address, with its headers and errors, over HTTP. */
@Smoke
class WebServerIT {
  private static final String SEED = SampleArticles.SEED_ID;
  private static final ObjectMapper JSON = new ObjectMapper();

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  @ParameterizedTest
  @CsvSource({
    "/,200,text/html;charset=utf-8",
    "/search,200,text/html;charset=utf-8",
    "/search?q=china,200,text/html;charset=utf-8",
    "/search.json?q=china,200,application/json",
    "/suggest?q=blin,200,application/x-suggestions+json",
    "/search.csv?q=china,200,text/csv;charset=utf-8;header=present",
    "/search.atom?q=china,200,application/atom+xml;charset=utf-8",
    "/opensearch.xml,200,application/opensearchdescription+xml;charset=utf-8",
    "/suggest,200,application/x-suggestions+json",
    "/article/" + SEED + ",200,text/html;charset=utf-8",
    "/article/" + SEED + ".json?q=china,200,application/json",
    "/healthz,200,application/json",
    "/favicon.svg,200,image/svg+xml",
    "/robots.txt,200,text/plain;charset=utf-8",
    "/nowhere,404,text/html;charset=utf-8",
    "/nowhere.json,404,application/problem+json",
    "/article/none,404,text/html;charset=utf-8",
    "/article/none.json,404,application/problem+json",
    "/assets/0000/base.css,404,application/problem+json",
    "/search?page=x,400,text/html;charset=utf-8",
    "/search.json?page=x,400,application/problem+json",
    "/article/" + SEED + "?page=x,400,text/html;charset=utf-8",
    "/search?q=crashword,500,text/html;charset=utf-8",
    "/search.json?q=crashword,500,application/problem+json",
    "/search.json?q=unreadableword,503,application/problem+json",
    "/search.json?q=busyword,503,application/problem+json",
    "/search?q=busyword,503,text/html;charset=utf-8",
    "/article/%2e%2e%2fetc,404,text/html;charset=utf-8",
  })
  void addressAnswersWithItsStatusTypeAndHeaders(String path, int status, String type)
      throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("").replace("; ", ";"))
        .isEqualToIgnoringCase(type);
    String policy = refererPolicy(answer);
    assertStandingHeaders(answer, policy);
    HttpResponse<String> head = server.send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(status);
    assertThat(head.body()).isEmpty();
    assertStandingHeaders(head, policy);
  }

  /** Forms send their origin to this server; nothing else sends it anywhere. */
  private static String refererPolicy(HttpResponse<String> answer) {
    return answer.body().contains("method=\"post\"") ? "same-origin" : "no-referrer";
  }

  private static void assertStandingHeaders(HttpResponse<String> answer, String policy) {
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains(policy);
    assertThat(answer.headers().firstValue("Cache-Control")).isPresent();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
  }

  @Test
  void resultsHaveTheShapeOfTheContract() throws Exception {
    JsonNode results = server.json("/search.json?q=%22spy+balloon%22");
    assertThat(names(results))
        .containsExactly(
            "query",
            "total",
            "tiers",
            "folded",
            "page",
            "size",
            "tookMillis",
            "hits",
            "next",
            "clauses",
            "didYouMean",
            "dateInstead",
            "facets",
            "timeline");
    assertThat(names(results.path("query"))).containsExactly("text", "reading", "notes");
    assertThat(results.path("total")).hasToString("{\"value\":1,\"relation\":\"eq\"}");
    JsonNode hit = results.path("hits").path(0);
    assertThat(names(hit))
        .containsExactly(
            "id",
            "title",
            "titleHtml",
            "snippetsHtml",
            "publishedAt",
            "source",
            "section",
            "author",
            "url",
            "language",
            "pages",
            "scanQuality",
            "score",
            "similar",
            "foundBy",
            "missing",
            "valuesHtml");
    assertThat(hit.path("id").asText()).isEqualTo(SEED);
    assertThat(hit.path("snippetsHtml").path(0).asText()).contains("<mark>spy balloon</mark>");
    assertThat(List.of("publishedAt", "source", "section", "url"))
        .allMatch(n -> hit.get(n).isNull());
    assertThat(hit.path("author")).hasToString("[]");
    assertThat(hit.path("similar").asInt()).isZero();
    assertThat(results.path("timeline"))
        .hasToString("{\"unit\":\"month\",\"buckets\":[],\"undated\":1,\"imprecise\":0}");
  }

  @Test
  void statedValuesAreTold() throws Exception {
    JsonNode results = server.json("/search.json?q=place:ellery");
    JsonNode hit = results.path("hits").path(0);
    assertThat(hit.path("source").asText()).isEqualTo("The Evening Lantern");
    assertThat(hit.path("author")).hasToString("[\"Ruth Amsel\",\"Piet van Doorn\"]");
    assertThat(hit.path("publishedAt").asText()).isEqualTo("1987-02-26T15:01:01.79");
    assertThat(hit.path("valuesHtml")).hasToString("{\"place\":[\"Port <mark>Ellery</mark>\"]}");
    assertThat(results.path("facets").path("source").path(0))
        .hasToString("{\"value\":\"The Evening Lantern\",\"count\":1}");
    assertThat(results.path("timeline").path("buckets").path(0))
        .hasToString("{\"start\":\"1987-02-26\",\"count\":1}");
  }

  @Test
  void countsMayBeLeftOut() throws Exception {
    JsonNode counted = server.json("/search.json?q=tide");
    JsonNode plain = server.json("/search.json?q=tide&counts=none");
    assertThat(counted.path("facets")).isNotEmpty();
    assertThat(plain.path("facets")).isEmpty();
    assertThat(plain.path("timeline").path("buckets")).isEmpty();
    for (String same : List.of("total", "tiers", "folded", "hits", "next")) {
      assertThat(plain.get(same)).as(same).isEqualTo(counted.get(same));
    }
    HttpResponse<String> wrong = server.get("/search.json?q=tide&counts=some");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("counts takes all, none or words");
  }

  @Test
  void listTellsWhatHitsLackAndOffersTheCompleteOnes() throws Exception {
    String query = "/search?q=harbour+board+grain+pier";
    Document list = Jsoup.parse(server.get(query).body());
    assertThat(list.select(".hit .missing").eachText())
        .isNotEmpty()
        .allMatch(label -> label.matches("[123] of 4 words; lacks .+"));
    Element complete = list.select(".all-words a").getFirst();
    assertThat(complete.text()).isEqualTo("Only the 1 with all 4 words");

    Document all = Jsoup.parse(server.get(complete.attr("href")).body());
    assertThat(all.select(".count").text()).isEqualTo("1 article");
    assertThat(all.select(".hit .missing")).isEmpty();
    Document back = Jsoup.parse(server.get(all.select(".all-words a").attr("href")).body());
    assertThat(back.select(".count").text()).isEqualTo(list.select(".count").text());

    assertThat(
            server
                .json("/search.json?q=harbour+board+grain+pier&match=all")
                .at("/total/value")
                .asInt())
        .isEqualTo(1);
    assertThat(
            Jsoup.parse(server.get("/search.atom?q=harbour+board+grain+pier").body())
                .select("entry"))
        .hasSize(1);
    HttpResponse<String> wrong = server.get("/search.json?q=tide&match=most");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("match takes auto, all or some");
  }

  @Test
  void nothingFoundTellsWhatEachPartFinds() throws Exception {
    JsonNode results = server.json("/search.json?q=barley+AND+balloon");
    assertThat(results.path("total").path("value").asInt()).isZero();
    assertThat(results.path("clauses"))
        .hasToString("[{\"text\":\"barley\",\"count\":1},{\"text\":\"balloon\",\"count\":1}]");
  }

  @Test
  void whatIsTypedIsCompletedInTheFormOfBrowsers() throws Exception {
    assertThat(server.json("/suggest?q=x+OR+%22candid,+subst"))
        .hasToString(
            "[\"x OR \\\"candid, subst\",[\"x OR \\\"candid, substantial\\\"\","
                + "\"x OR \\\"candid, substantial, and fruitful\\\"\"],[\"words\",\"words\"]]");
    assertThat(server.json("/suggest?q=source:eve"))
        .hasToString("[\"source:eve\",[\"source:\\\"The Evening Lantern\\\"\"],[\"label\"]]");
    assertThat(server.json("/suggest?q=blinke").path(1).path(0).asText()).isEqualTo("Blinken");
  }

  /** Also where the engine has no completions: of dates, numbers and texts. */
  @ParameterizedTest
  @ValueSource(strings = {"date:", "words:", "title:", "x -id:", "source:", "(wc:"})
  void valuesFollowTheNameOfAField(String typed) throws Exception {
    JsonNode completions = server.json("/suggest?q=" + typed.replace(" ", "+")).path(1);
    assertThat(completions).isNotEmpty();
    for (JsonNode completion : completions) {
      assertThat(completion.asText()).startsWith(typed);
      String value =
          completion.asText().substring(typed.lastIndexOf(' ') + 1).replaceAll("^[-(]", "");
      assertThat(
              server
                  .json("/search.json?size=1&q=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                  .at("/total/value")
                  .asLong())
          .as(value)
          .isPositive();
    }
  }

  @Test
  void noneAndFirstAndTrendsSayWhatWasLookedAt() throws Exception {
    String looked = server.json("/search.json?q=zzzz").path("lookedAt").asText();
    assertThat(looked).startsWith("Looked at ").endsWith(" every file could be read.");
    for (String path :
        List.of(
            "/search?q=zzzz",
            "/search?q=tide&sort=oldest",
            "/trends?q=tide",
            "/name/person/Ada%20Quill")) {
      assertThat(Jsoup.parse(server.get(path).body()).select(".looked-at").text())
          .as(path)
          .isEqualTo(looked);
    }
    assertThat(Jsoup.parse(server.get("/words?q=zzzz").body()).text()).contains(looked);
    assertThat(server.json("/trends.json?q=tide").path("lookedAt").asText()).isEqualTo(looked);
    assertThat(server.json("/name/person/Ada%20Quill.json").path("lookedAt").asText())
        .isEqualTo(looked);
    assertThat(server.json("/search.json?q=tide").has("lookedAt")).isFalse();
    assertThat(server.get("/name/person/Nobody").body()).contains(looked);
    assertThat(
            server
                .json("/search.json?q=zzzz&from=1800-01-01&to=1800-01-02")
                .path("lookedAt")
                .asText())
        .startsWith("Looked at no articles;");
  }

  @Test
  void helpHasTheFieldsOfThisArchiveWithValues() throws Exception {
    Document page = Jsoup.parse(server.get("/help").body());
    assertThat(page.select(".fields dt").eachText())
        .contains("title:", "source:", "words:")
        .doesNotContain("quality:");
    assertThat(page.select(".others").text()).contains("quality").doesNotContain("source");
    for (String href : page.select(".fields a").eachAttr("href")) {
      assertThat(server.json(href.replace("/search?", "/search.json?")).at("/total/value").asLong())
          .as(href)
          .isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/suggest", "/suggest?q=", "/suggest?q=%00", "/suggest?q=AND+OR+("})
  void nothingTypedIsNotCompleted(String path) throws Exception {
    JsonNode answer = server.json(path);
    assertThat(answer.size()).isEqualTo(2);
    assertThat(answer.path(1)).isEmpty();
  }

  @Test
  void misspeltNameLeadsToItsSpelling() throws Exception {
    JsonNode results = server.json("/search.json?q=Blinkin");
    assertThat(results.path("total").path("value").asInt()).isZero();
    assertThat(results.path("didYouMean")).hasToString("[\"Blinken\"]");
    assertThat(
            Jsoup.parse(server.get("/search?q=Blinkin&language=en&size=5").body())
                .select(".did-you-mean a")
                .attr("href"))
        .isEqualTo("/search?q=Blinken&size=5&language=en");
  }

  @Test
  void dateInWordsIsOfferedAsADate() throws Exception {
    JsonNode results = server.json("/search.json?q=harbour+February+1987");
    assertThat(results.path("dateInstead")).hasToString("[\"harbour date:1987-02\"]");
    assertThat(
            Jsoup.parse(server.get("/search?q=harbour+February+1987&size=5").body())
                .select(".date-instead a")
                .attr("href"))
        .isEqualTo("/search?q=harbour+date%3A1987-02&size=5");
  }

  @Test
  void articleIsToldWholeWithItsFootApart() throws Exception {
    JsonNode article = server.json("/article/" + SEED + ".json?q=Odesa");
    assertThat(article.path("paragraphs")).hasSizeGreaterThan(10);
    assertThat(article.path("paragraphsHtml")).hasSameSizeAs(article.path("paragraphs"));
    assertThat(article.path("related").toString()).contains("Odesa");
    assertThat(article.path("paragraphs").toString()).doesNotContain("Odesa");
    assertThat(article.path("publishedAt").isNull()).isTrue();
  }

  @Test
  void notesTellOfRepairsAndOfParametersThatDoNothing() throws Exception {
    JsonNode notes =
        server
            .json("/search.json?q=%22spy+balloon&pagesize=5&utm_source=x")
            .path("query")
            .path("notes");
    assertThat(notes).hasSize(2);
    assertThat(notes.toString()).contains("closed your quote", "pagesize").doesNotContain("utm");
  }

  @Test
  void problemNamesEveryWrongParameter() throws Exception {
    HttpResponse<String> answer = server.get("/search.json?page=0&size=500&sort=best");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(names(problem)).containsExactly("title", "status", "detail");
    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("detail").asText()).contains("page takes", "size takes", "sort takes");
    assertThat(Jsoup.parse(server.get("/search?q=kept&page=0").body()).select("#q").val())
        .isEqualTo("kept");
    assertThat(server.page("/search?q=harbour&sort=best").select(".reading .note").text())
        .isEqualTo("No such order: best. By relevance instead");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=crashword",
        "/search.json?q=crashword",
        "/search.json?q=unreadableword"
      })
  void failuresKeepTheirInnardsToThemselves(String path) throws Exception {
    assertThat(server.get(path).body()).doesNotContain("secret").doesNotContain("Exception");
  }

  /** The program can then end, as its own handler decides. */
  @Test
  void requestWithoutMemoryIsToldToTheHandlerOfItsThread() throws Exception {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    List<Throwable> told = new CopyOnWriteArrayList<>();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> told.add(thrown));
    try {
      HttpResponse<String> answer = server.get("/search?q=hungryword");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("secret");
      assertThat(told).singleElement().isInstanceOf(OutOfMemoryError.class);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?q=busyword", "/search.json?q=busyword"})
  void tooBusyForACostlyQuerySaysWhenToAskAgain(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    assertThat(answer.body()).contains("Try again in a moment");
  }

  @Test
  void whatTimeDidNotSufficeForIsCountedAsAtLeast() throws Exception {
    JsonNode results = JSON.readTree(server.get("/search.json?q=cutword").body());
    assertThat(results.path("total")).hasToString("{\"value\":0,\"relation\":\"gte\"}");
    assertThat(results.at("/query/notes/0").asText())
        .isEqualTo("Stopped after 5 s: these are the best hits found by then.");
    assertThat(Jsoup.parse(server.get("/search?q=cutword").body()).text())
        .contains("an unknown number of articles", "Nothing found in time")
        .doesNotContain("Nothing matches");
  }

  @Test
  void exclusionOfAPatternThatMatchesTooManyWordsIsSureOfNothing() throws Exception {
    String query = "?q=spy+-" + "*a".repeat(400) + "*";
    JsonNode results = JSON.readTree(server.get("/search.json" + query).body());
    assertThat(results.path("total")).hasToString("{\"value\":0,\"relation\":\"gte\"}");
    assertThat(results.at("/query/reading").asText()).startsWith("spy without words like *a");
    assertThat(results.at("/query/notes/0").asText()).contains("matches too many words to exclude");
    assertThat(Jsoup.parse(server.get("/search" + query).body()).text())
        .contains("an unknown number of articles", "Nothing is sure to match")
        .doesNotContain("Nothing matches", "in time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void otherMethodsAreRefused(String method) throws Exception {
    HttpResponse<String> answer = server.send(method, "/search.json?q=china");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    assertStandingHeaders(answer, refererPolicy(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%", "%ff%fe", "%22", "((((", ")", "AND+AND", "%F0%9F%93%B0"})
  void brokenQueriesAreAnswered(String query) throws IOException {
    assertThat(rawGet("/search?q=" + query, "localhost")).startsWith("HTTP/1.1 200");
    assertThat(rawGet("/search.json?q=" + query, "localhost")).startsWith("HTTP/1.1 200");
    assertThat(rawGet("/suggest?q=" + query, "localhost")).startsWith("HTTP/1.1 200");
  }

  @Test
  void longQueryIsAnsweredAndTooLongAnAddressRefused() throws Exception {
    assertThat(server.get("/search.json?q=" + "word+".repeat(6000)).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = server.get("/search?q=" + "a".repeat(70_000));
    assertThat(answer.statusCode()).isEqualTo(414);
    assertThat(answer.body()).contains("64 kB");
    assertStandingHeaders(answer, refererPolicy(answer));
  }

  @Test
  void assetsAreKeptForEverUnderTheirChecksum() throws Exception {
    Matcher sheet = Pattern.compile("/assets/[0-9a-f]+/base\\.css").matcher(server.get("/").body());
    assertThat(sheet.find()).isTrue();
    HttpResponse<String> answer = server.get(sheet.group());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
    assertStandingHeaders(answer, refererPolicy(answer));
  }

  @Test
  void everythingAPageRefersToIsThere() throws Exception {
    for (String path : List.of("/", "/search?q=china", "/article/" + SEED, "/nowhere")) {
      Document page = Jsoup.parse(server.get(path).body());
      for (var element : page.select("link[href], script[src]")) {
        String address = element.hasAttr("href") ? element.attr("href") : element.attr("src");
        assertThat(server.get(address).statusCode()).as(address).isEqualTo(200);
      }
      assertThat(page.select("style, [style], script:not([src]), [onclick]")).isEmpty();
    }
  }

  @Test
  void healthCountsTheArticles() throws Exception {
    assertThat(server.get("/healthz").body())
        .isEqualTo("{\"status\":\"ok\",\"articles\":" + SampleArticles.all().size() + "}");
  }

  @Test
  void otherNamesThanThisMachinesAreRefused() throws IOException {
    assertThat(rawGet("/healthz", "evil.example")).startsWith("HTTP/1.1 421").contains("nosniff");
    assertThat(rawGet("/healthz", "localhost:1234")).startsWith("HTTP/1.1 200");
  }

  private static String rawGet(String path, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        OutputStream out = socket.getOutputStream()) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
