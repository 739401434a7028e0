package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trends from a real server, as page, JSON and CSV. */
@Smoke
@SuppressWarnings("NullAway.Init")
class TrendsIT {
  private static final String TWO = "q=ferry&q=tide&unit=month";
  private static final Pattern POINT =
      Pattern.compile("<a href=\"(/search[^\"]*)\"><title>([^<]*)</title>");

  @AutoClose private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.over(TrendArticles.all(), Duration.ofMinutes(10));
  }

  @Test
  void countsAndSharesAreExact() throws Exception {
    JsonNode trends = json("/trends.json?" + TWO);
    assertThat(trends.path("unit").asText()).isEqualTo("month");
    assertThat(trends.path("notes")).isEmpty();
    assertThat(trends.path("periods"))
        .extracting(JsonNode::toString)
        .containsExactly(
            period("2021-02-01", "2021-02-28", 4, "2,1", "0.5,0.25"),
            period("2021-03-01", "2021-03-31", 2, "0,1", "0.0,0.5"),
            period("2021-04-01", "2021-04-30", 0, "null,null", "null,null"),
            period(
                "2021-05-01", "2021-05-31", 22, "20,2", "0.9090909090909091,0.09090909090909091"));
    JsonNode ferry = trends.path("queries").path(0);
    assertThat(ferry.path("total")).hasToString("{\"value\":24,\"relation\":\"eq\"}");
    assertThat(ferry.path("undated").asInt()).isEqualTo(1);
    assertThat(ferry.path("imprecise").asInt()).isEqualTo(1);
    assertThat(ferry.path("outside").asInt()).isZero();
  }

  private static String period(
      String start, String end, int articles, String counts, String shares) {
    return "{\"start\":\"%s\",\"end\":\"%s\",\"articles\":%s,\"counts\":[%s],\"shares\":[%s]}"
        .formatted(start, end, articles, counts, shares);
  }

  @Test
  void thePeakIsToldByItsWords() throws Exception {
    JsonNode peak = json("/trends.json?" + TWO).path("queries").path(0).path("peak");
    assertThat(peak.path("start").asText()).isEqualTo("2021-05-01");
    assertThat(peak.path("count").asInt()).isEqualTo(20);
    assertThat(peak.path("articles").asInt()).isEqualTo(22);
    assertThat(peak.path("share").asDouble()).isEqualTo(20 / 22.0);
    assertThat(peak.path("read"))
        .hasToString(
            "{\"within\":{\"hits\":20,\"read\":20},\"around\":{\"hits\":2,\"read\":2},"
                + "\"isComplete\":true}");
  }

  @Test
  void aPeakHasEnoughArticlesAroundItsHits() throws Exception {
    assertThat(peakOfTide("count")).isEqualTo("2021-05-01");
    assertThat(peakOfTide("share")).isEqualTo("2021-05-01");
    assertThat(json("/trends.json?q=fog&unit=month").path("queries").path(0).path("peak").isNull())
        .isTrue();
  }

  @Test
  void aThinSampleShowsNoWords() throws Exception {
    JsonNode peak = json("/trends.json?" + TWO).path("queries").path(1).path("peak");
    assertThat(peak.path("words")).isEmpty();
    assertThat(server.get("/trends?" + TWO).body())
        .contains("Too few articles to say what sets it apart (2 articles read from then");
  }

  private static String peakOfTide(String measure) throws Exception {
    JsonNode trends = json("/trends.json?" + TWO + "&measure=" + measure);
    return trends.path("queries").path(1).path("peak").path("start").asText();
  }

  @Test
  void theTableAgreesWithTheData() throws Exception {
    HttpResponse<String> counts = server.get("/trends.csv?" + TWO);
    assertThat(counts.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(counts.body())
        .isEqualTo(
            rows(
                "start,end,articles,ferry,tide",
                "2021-02-01,2021-02-28,4,2,1",
                "2021-03-01,2021-03-31,2,0,1",
                "2021-04-01,2021-04-30,0,,",
                "2021-05-01,2021-05-31,22,20,2"));
    assertThat(server.get("/trends.csv?measure=share&" + TWO).body())
        .contains("2021-02-01,2021-02-28,4,0.5,0.25\r\n", "2021-04-01,2021-04-30,0,,\r\n");
  }

  @Test
  void thePageAgreesWithTheData() throws Exception {
    String page = server.get("/trends?" + TWO).body();
    assertThat(withoutLinks(page))
        .contains(
            "<tr><th scope=\"row\">February 2021</th><td>4</td><td>2</td><td>1</td></tr>",
            "<tr><th scope=\"row\">April 2021</th><td>0</td><td>–</td><td>–</td></tr>",
            "<tr><th scope=\"row\">May 2021</th><td>22</td><td>20</td><td>2</td></tr>",
            "1 undated",
            "1 dated less precisely than to a month",
            "20 of 22 articles, 91%");
    assertThat(withoutLinks(server.get("/trends?measure=share&" + TWO).body()))
        .contains("<td>4</td><td>50% (2)</td><td>25% (1)</td>");
  }

  @Test
  void eachPointLeadsToExactlyItsArticles() throws Exception {
    List<MatchResult> points = points(server.get("/trends?source=Gazette&" + TWO).body());
    assertThat(points)
        .extracting(point -> point.group(2))
        .containsExactly(
            "ferry, February 2021: 1 of 2 articles, 50%",
            "ferry, May 2021: 2 of 2 articles, 100%", "tide, February 2021: 1 of 2 articles, 50%");
    List<Integer> found = new ArrayList<>();
    for (MatchResult point : points) {
      String address = point.group(1).replace("&amp;", "&").replace("/search", "/search.json");
      found.add(json(address).path("total").path("value").asInt());
    }
    assertThat(found).containsExactly(1, 2, 1);
  }

  @Test
  void aGapPartsALineAndZeroDoesNot() throws Exception {
    String page = server.get("/trends?" + TWO).body();
    assertThat(page)
        .contains("<path class=\"line series-1\" d=\"M125.0 900.0h0L375.0 1000.0M875.0 0.0h0\"/>");
  }

  @Test
  void theDaysAskedForArePartOfEachLink() throws Exception {
    List<MatchResult> points =
        points(server.get("/trends?q=ferry&unit=month&from=2021-02-05&to=2021-05-04").body());
    assertThat(points)
        .extracting(point -> point.group(1).replace("&amp;", "&"))
        .containsExactly(
            "/search?q=ferry&from=2021-02-05&to=2021-02-28",
            "/search?q=ferry&from=2021-05-01&to=2021-05-04");
  }

  @Test
  void aWordLeadsToTheArticlesOfItsPeakThatHoldIt() throws Exception {
    String page = server.get("/trends?q=ferry+OR+seen&unit=month").body();
    MatchResult word =
        Pattern.compile("<li><a href=\"([^\"]*)\" title=\"([^\"]*)\"[^>]*>Strikers</a>")
            .matcher(page)
            .results()
            .findFirst()
            .orElseThrow();
    assertThat(word.group(2))
        .isEqualTo("in 20 of 22 articles from then, in 0 of 6 from before and after");
    String address = word.group(1).replace("&amp;", "&");
    assertThat(address)
        .isEqualTo("/search?q=%28ferry+OR+seen%29+AND+Strikers&from=2021-05-01&to=2021-05-31");
    JsonNode results = json(address.replace("/search", "/search.json"));
    assertThat(results.path("total").path("value").asInt()).isEqualTo(20);
  }

  @Test
  void theUnitFitsOrIsTheOneAskedFor() throws Exception {
    assertThat(json("/trends.json?q=ferry").path("unit").asText()).isEqualTo("week");
    assertThat(json("/trends.json?q=ferry&unit=year").path("periods"))
        .hasToString(
            "[{\"start\":\"2021-01-01\",\"end\":\"2021-12-31\",\"articles\":29,"
                + "\"counts\":[23],\"shares\":[0.7931034482758621]}]");
  }

  @Test
  void tooFineAUnitGivesWayAndSaysSo() throws Exception {
    try (TestServer sampled = TestServer.shared()) {
      JsonNode trends = parsed(sampled.get("/trends.json?q=&q=harbour+OR+tide&unit=day"));
      assertThat(trends.path("unit").asText()).isEqualTo("year");
      assertThat(trends.path("notes").path(0).asText())
          .startsWith("Shown by year: by day each line would have ")
          .contains(" points, and only 400 fit.");
      assertThat(trends.path("periods").size()).isLessThanOrEqualTo(400);
    }
  }

  @Test
  void aBrokenQueryIsNoError() throws Exception {
    JsonNode trends = json("/trends.json?q=%22ferry&q=(((&q=AND&unit=month");
    assertThat(trends.path("queries")).hasSize(3);
    JsonNode first = trends.path("queries").path(0);
    assertThat(first.path("total").path("value").asInt()).isEqualTo(24);
    assertThat(first.path("query").path("notes")).isNotEmpty();
  }

  @Test
  void nothingFoundIsSaid() throws Exception {
    assertThat(json("/trends.json?q=absent").path("periods")).isEmpty();
    HttpResponse<String> page = server.get("/trends?q=absent");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("0 articles", "No matching article has a date precise enough");
    assertThat(server.get("/trends.csv?q=absent").body())
        .isEqualTo("start,end,articles,absent\r\n");
  }

  @Test
  void withoutAQueryThereIsAFormWithExamplesThatFindSomething() throws Exception {
    String page = server.get("/trends").body();
    assertThat(page).contains("Query 6", "Compare up to six");
    MatchResult example =
        Pattern.compile("Try <a href=\"(/trends[^\"]*)\"")
            .matcher(page)
            .results()
            .findFirst()
            .orElseThrow();
    JsonNode trends =
        json(example.group(1).replace("&amp;", "&").replace("/trends", "/trends.json"));
    assertThat(trends.path("queries").path(0).path("total").path("value").asInt()).isPositive();
  }

  @Test
  void hostileTextIsHarmless() throws Exception {
    String page = server.get("/trends?q=" + encoded(TrendArticles.HOSTILE)).body();
    assertThat(page).doesNotContain("<script>document").contains("&lt;script>document");
    String csv = server.get("/trends.csv?q=" + encoded("=HYPERLINK(\"x\")")).body();
    assertThat(csv).startsWith("start,end,articles,\"'=HYPERLINK(\"\"x\"\")\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=1&q=2&q=3&q=4&q=5&q=6&q=7",
        "unit=hour",
        "measure=height",
        "from=yesterday",
        "to=2021-02-30",
        "unit=day&unit=day"
      })
  void wrongParametersAreNamed(String query) throws Exception {
    String name = query.substring(0, query.indexOf('='));
    HttpResponse<String> data = server.get("/trends.json?" + query);
    assertThat(data.statusCode()).isEqualTo(400);
    assertThat(parsed(data).path("detail").asText()).startsWith(name + " ");
    assertThat(server.get("/trends.csv?" + query).headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    HttpResponse<String> page = server.get("/trends?" + query);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("<h1>");
  }

  @Test
  void namesThatDoNothingAreNoted() throws Exception {
    assertThat(json("/trends.json?q=ferry&sort=newest").path("notes").path(0).asText())
        .isEqualTo("Ignored “sort” in the link");
  }

  private static String withoutLinks(String page) {
    return page.replaceAll("</?a\\b[^>]*>", "");
  }

  private static String rows(String... rows) {
    return String.join("\r\n", rows) + "\r\n";
  }

  private static List<MatchResult> points(String page) {
    return POINT.matcher(page).results().toList();
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return parsed(answer);
  }

  private static JsonNode parsed(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
