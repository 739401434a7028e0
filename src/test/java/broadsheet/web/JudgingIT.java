package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judges hits over HTTP. */
class JudgingIT {

  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Path file;
  private TestServer server;

  @BeforeEach
  void serve() throws IOException {
    file = folder.resolve("mine.qrels");
    server = TestServer.judging(file);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void judgementLeadsBackToTheSameHit() throws Exception {
    HttpResponse<String> answer =
        post("/judge", "q=tide&page=2&sort=oldest&source=&id=bulletin-7&relevance=1");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .contains("/search?q=tide&page=2&sort=oldest#judge-bulletin-7");
    assertThat(file).hasContent("1 0 bulletin-7 1\n");
    assertThat(Files.readString(folder.resolve("mine.qrels.topics.tsv"))).isEqualTo("1\ttide\n");
  }

  @Test
  void formsOfThePageSayWhatIsJudged() throws Exception {
    post("/judge", "q=harbour&id=harbour-1&relevance=1");
    post("/judge", "q=harbour&id=month-only&relevance=0");
    Document page = page("/search?q=harbour");
    assertThat(page.select("article.hit form.judging[method=post][action=/judge]")).hasSize(2);
    assertThat(pressed(page, "harbour-1")).containsExactly("Relevant");
    assertThat(pressed(page, "month-only")).containsExactly("Not relevant");
    assertThat(page.select("button[value=clear][hidden]")).isEmpty();

    post("/judge", "q=harbour&id=harbour-1&relevance=clear");
    Document cleared = page("/search?q=harbour");
    assertThat(pressed(cleared, "harbour-1")).isEmpty();
    assertThat(cleared.select("#judge-harbour-1 button[value=clear][hidden]")).hasSize(1);
    assertThat(pressed(page("/search?q=harbour+OR+ferry"), "month-only")).isEmpty();
  }

  @Test
  void formSendsTheWholeSearch() throws Exception {
    Document page =
        page("/search?q=tide&from=2022-03-02&size=5&page=2&source=Ellery+Pilots’+Gazette");
    Map<String, String> fields = new TreeMap<>();
    page.select("form.judging")
        .getFirst()
        .select("input[type=hidden]")
        .forEach(field -> fields.put(field.attr("name"), field.val()));
    assertThat(fields)
        .containsEntry("q", "tide")
        .containsEntry("from", "2022-03-02")
        .containsEntry("size", "5")
        .containsEntry("page", "2")
        .containsEntry("source", "Ellery Pilots’ Gazette")
        .containsKey("id");
  }

  @Test
  void judgementsLastAndTopicsKeepTheirNumbers() throws Exception {
    post("/judge", "q=tide&id=bulletin-7&relevance=1");
    post("/judge", "q=harbour+board&id=harbour-1&relevance=1");
    server.close();
    server = TestServer.judging(file);
    assertThat(pressed(page("/search?q=++harbour++board"), "harbour-1"))
        .containsExactly("Relevant");
    post("/judge", "q=tide&id=bulletin-8&relevance=0");
    post("/judge", "q=barley&id=harbour-1&relevance=1");
    assertThat(file)
        .hasContent("1 0 bulletin-7 1\n2 0 harbour-1 1\n1 0 bulletin-8 0\n3 0 harbour-1 1\n");
  }

  @Test
  void dataTwinTellsJudgementsOnlyWhereHitsAreJudged() throws Exception {
    post("/judge.json", "q=tide&id=bulletin-7&relevance=0");
    JsonNode hits = json("/search.json?q=tide&size=100").get("hits");
    assertThat(hits).hasSizeGreaterThan(20);
    for (JsonNode hit : hits) {
      assertThat(hit.has("judgement")).isTrue();
      assertThat(hit.get("judgement").isInt())
          .isEqualTo(hit.get("id").asText().equals("bulletin-7"));
    }
    assertThat(json("/search.json").at("/hits/0").has("judgement")).isFalse();
    try (TestServer without = TestServer.shared()) {
      assertThat(without.get("/search.json?q=tide").body()).doesNotContain("judgement");
      assertThat(without.get("/search?q=tide").body()).doesNotContain("judging");
      assertThat(without.send("POST", "/judge").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void answerToAProgramIsWhatWasKept() throws Exception {
    JsonNode said =
        new ObjectMapper().readTree(post("/judge.json", "q=tide&id=bulletin-7&relevance=1").body());
    assertThat(said.toString()).isEqualTo("{\"q\":\"tide\",\"id\":\"bulletin-7\",\"judgement\":1}");
    assertThat(post("/judge.json", "q=tide&id=bulletin-7&relevance=clear").body())
        .contains("\"judgement\":null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q=tide&id=bulletin-7&relevance=2             | 400 | relevance takes 1, 0 or clear, not “2”
          q=tide&id=bulletin-7                         | 400 | relevance takes 1, 0 or clear, not “”
          q=tide&id=bulletin-7&relevance=1&relevance=0 | 400 | relevance is given 2 times, but takes one value
          q=tide&relevance=1                           | 400 | id is missing
          q=&id=bulletin-7&relevance=1                 | 400 | q takes a query that is not empty
          id=bulletin-7&relevance=1                    | 400 | q takes a query that is not empty
          q=tide&page=x&id=bulletin-7&relevance=1      | 400 | page takes a whole number from 1
          q=tide&id=nobody&relevance=1                 | 404 | no article “nobody”
          """)
  void whatIsWrongIsNamedAndNothingKept(String form, int status, String detail) throws Exception {
    HttpResponse<String> answer = post("/judge.json", form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(detail);
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          cross-site  | -                       | 403
          same-site   | http://127.0.0.1:PORT   | 403
          none        | http://127.0.0.1:PORT   | 403
          same-origin | null                    | 303
          -           | http://127.0.0.1:PORT   | 303
          -           | http://127.0.0.1:1      | 403
          -           | http://evil.example     | 403
          -           | http://127.0.0.1:PORT.evil.example | 403
          -           | http://evil@127.0.0.1:PORT | 403
          -           | null                    | 403
          -           | not an origin           | 403
          -           | -                       | 403
          """)
  void otherSitesCannotJudge(@Nullable String site, @Nullable String origin, int status)
      throws Exception {
    Map<String, String> headers = new TreeMap<>();
    if (site != null) {
      headers.put("Sec-Fetch-Site", site);
    }
    if (origin != null) {
      headers.put("Origin", origin.replace("PORT", Integer.toString(server.port())));
    }
    HttpResponse<String> answer = send("/judge", "q=tide&id=bulletin-7&relevance=1", FORM, headers);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Files.exists(file)).isEqualTo(status == 303);
    if (status == 403) {
      assertThat(answer.body()).contains("Only pages of this server may make changes here");
    }
  }

  /**
   * Under the default policy, a browser does not send a form's origin on a connection it does not
   * trust.
   */
  @Test
  void formsTellWhereTheyComeFrom() throws Exception {
    assertThat(server.get("/search?q=tide").headers().allValues("Referrer-Policy"))
        .containsExactly("same-origin");
    assertThat(server.get("/").headers().allValues("Referrer-Policy"))
        .containsExactly("no-referrer");
    try (TestServer without = TestServer.shared()) {
      assertThat(without.get("/corpus").headers().allValues("Referrer-Policy"))
          .containsExactly("no-referrer");
    }
  }

  @Test
  void onlyShortFormsArePosted() throws Exception {
    Map<String, String> same = Map.of("Sec-Fetch-Site", "same-origin");
    String form = "q=tide&id=bulletin-7&relevance=1";
    assertThat(send("/judge", form, "text/plain", same).statusCode()).isEqualTo(415);
    assertThat(send("/judge", form, FORM + "; charset=UTF-8", same).statusCode()).isEqualTo(303);
    assertThat(answered("/judge", form + "&more=" + "x".repeat(7_000))).isEqualTo(413);
    assertThat(answered("/judge", form + "&more=" + "x".repeat(3_000_000))).isEqualTo(413);
    HttpResponse<String> read = server.get("/judge");
    assertThat(read.statusCode()).isEqualTo(405);
    assertThat(read.headers().firstValue("Allow")).contains("POST");
  }

  /** The longest accepted form still becomes an address that fits into the response head. */
  @Test
  void longestQueryLeadsBack() throws Exception {
    String query = "ü".repeat(900);
    String form = "q=" + "%C3%BC".repeat(900) + "&id=bulletin-7&relevance=1";
    assertThat(post("/judge", form).statusCode()).isEqualTo(303);
    assertThat(Files.readString(folder.resolve("mine.qrels.topics.tsv")))
        .isEqualTo("1\t" + query + "\n");
  }

  @Test
  void whereItCannotBeKeptThatIsSaid() throws Exception {
    Files.createDirectories(folder.resolve(".mine.qrels.new/full"));
    HttpResponse<String> answer = post("/judge.json", "q=tide&id=bulletin-7&relevance=1");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("The file of judgements cannot be written")
        .doesNotContain(folder.toString());
    assertThat(json("/search.json?q=tide&size=100").toString()).doesNotContain("\"judgement\":1");
  }

  @Test
  void manyJudgesAtOnceLoseNothing() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int topic = 1; topic <= 4; topic++) {
      for (int number = 1; number <= 25; number++) {
        String form = "q=tide+number+" + topic + "&id=bulletin-" + number + "&relevance=1";
        answers.add(
            client.sendAsync(
                request("/judge", form, FORM, Map.of("Sec-Fetch-Site", "same-origin")),
                HttpResponse.BodyHandlers.ofString()));
        expected.add("tide number " + topic + " bulletin-" + number);
      }
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(303);
    }
    Map<String, String> topics = new TreeMap<>();
    Files.readAllLines(folder.resolve("mine.qrels.topics.tsv"))
        .forEach(line -> topics.put(line.split("\t", -1)[0], line.split("\t", -1)[1]));
    assertThat(topics).hasSize(4);
    assertThat(Files.readAllLines(file))
        .extracting(line -> topics.get(line.split(" ", -1)[0]) + " " + line.split(" ", -1)[2])
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> pressed(Document page, String id) {
    return page.select("#judge-" + id + " button[aria-pressed=true]").eachText();
  }

  private Document page(String path) throws IOException, InterruptedException {
    return Jsoup.parse(server.get(path.replace("’", "%E2%80%99")).body());
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(server.get(path).body());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return send(path, form, FORM, Map.of("Sec-Fetch-Site", "same-origin"));
  }

  /**
   * A server that answers in the middle of a form may hang up before its answer is read; retries
   * once.
   */
  private int answered(String path, String form) throws IOException, InterruptedException {
    IOException hungUp = new IOException("never answered");
    for (int i = 0; i < 9; i++) {
      try {
        return post(path, form).statusCode();
      } catch (IOException e) {
        hungUp = e;
      }
    }
    throw hungUp;
  }

  private HttpResponse<String> send(
      String path, String body, String type, Map<String, String> headers)
      throws IOException, InterruptedException {
    return client.send(request(path, body, type, headers), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String path, String body, String type, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address(path)))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return request.build();
  }
}
