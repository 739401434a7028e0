package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of queries over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchIT {

  private static final String PATH = "/batch";

  private final HttpClient client = HttpClient.newHttpClient();
  private TestServer server;

  @BeforeAll
  void serve() throws IOException {
    server = TestServer.shared();
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  private HttpResponse<String> pasted(String queries) throws Exception {
    return UploadingClient.send(client, server.address(""), PATH, Map.of("queries", queries));
  }

  private HttpResponse<String> uploaded(byte[] form) throws Exception {
    return UploadingClient.send(client, server.address(""), PATH, form);
  }

  private static List<String> rows(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> lines = new ArrayList<>(answer.body().replace("\uFEFF", "").lines().toList());
    assertThat(lines.removeFirst()).startsWith("query,reading,articles,");
    return lines;
  }

  @Test
  void pastedQueriesAreRowsOfATableToDownload() throws Exception {
    HttpResponse<String> answer = pasted("tide\r\n\r\nharbour OR tide\nzeppelin\n");
    List<String> rows = rows(answer);
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst())
        .startsWith("tide,tide,25,2022-03-01,2022-03-25,Ellery Pilots’ Gazette (25),")
        .contains(server.address("/search?q=tide"));
    assertThat(rows.getLast()).startsWith("zeppelin,zeppelin,0,");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("broadsheet-batch.csv");
    assertThat(answer.headers().firstValue("Broadsheet-Queries")).contains("3");
  }

  @Test
  void fileGoesBeforeText() throws Exception {
    String parts =
        UploadingClient.file("table", "name,query\nfirst,tide\nsecond,\n\"broken\n")
            + UploadingClient.file("queries", "zeppelin");
    List<String> rows = rows(uploaded(UploadingClient.whole(parts)));
    assertThat(rows.getFirst()).startsWith("tide,tide,25,");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1)).endsWith("no cell for the column query");
    assertThat(rows.get(2)).endsWith("no cell for the column query");
  }

  @Test
  void hitsHaveRows() throws Exception {
    HttpResponse<String> answer =
        UploadingClient.send(
            client, server.address(""), PATH, Map.of("queries", "tide\npier", "hits", "2"));
    assertThat(rows(answer)).hasSizeBetween(3, 4).first().asString().contains(",1,bulletin-");
  }

  @ParameterizedTest
  @CsvSource({"'',There are no queries", "'  \n ',There are no queries"})
  void nothingToAnswerIsSaid(String queries, String said) throws Exception {
    HttpResponse<String> answer = pasted(queries);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    assertThat(Jsoup.parse(answer.body()).text()).contains(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "101", "many", "1000000000000"})
  void wrongNumberOfHitsIsRefused(String hits) throws Exception {
    HttpResponse<String> answer =
        UploadingClient.send(
            client, server.address(""), PATH, Map.of("queries", "tide", "hits", hits));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).text())
        .contains("hits takes a whole number from 0 to 100");
  }

  @Test
  void tooMuchIsRefusedBeforeAnythingIsAnswered() throws Exception {
    assertThat(pasted("tide\n".repeat(10_001)).statusCode()).isEqualTo(413);
    HttpResponse<String> much = pasted("x".repeat(4 * 1024 * 1024));
    assertThat(much.statusCode()).isEqualTo(413);
    assertThat(Jsoup.parse(much.body()).text()).contains("4 MB");
  }

  @Test
  void whatIsNoFormOfTextIsRefused() throws Exception {
    byte[] form = UploadingClient.whole(UploadingClient.file("table", "tide"));
    byte[] latin =
        new String(form, StandardCharsets.UTF_8)
            .replace("tide", "t\u00e9l\u00e9")
            .getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<String> answer = uploaded(latin);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).text()).contains("not UTF-8 text");
    assertThat(uploaded("garbage".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
    assertThat(uploaded(new byte[0]).statusCode()).isEqualTo(400);
    HttpRequest other =
        HttpRequest.newBuilder(URI.create(server.address(PATH)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", server.address(""))
            .POST(HttpRequest.BodyPublishers.ofString("queries=tide"))
            .build();
    assertThat(client.send(other, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(415);
  }

  @Test
  void otherSitesAndReadersOfAReadOnlyServerAreRefused() throws Exception {
    byte[] form = UploadingClient.whole(UploadingClient.file("table", "tide"));
    HttpRequest foreign =
        HttpRequest.newBuilder(URI.create(server.address(PATH)))
            .header("Content-Type", "multipart/form-data; boundary=----part")
            .header("Origin", "https://elsewhere.example")
            .POST(HttpRequest.BodyPublishers.ofByteArray(form))
            .build();
    assertThat(client.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
    try (WebServer open = server.alsoAt("0.0.0.0")) {
      String site = "http://127.0.0.1:" + open.port();
      HttpResponse<String> answer = UploadingClient.send(client, site, PATH, form);
      assertThat(answer.statusCode()).isEqualTo(403);
      HttpRequest page = HttpRequest.newBuilder(URI.create(site + PATH)).build();
      Document shown = Jsoup.parse(client.send(page, HttpResponse.BodyHandlers.ofString()).body());
      assertThat(shown.select("form[enctype]")).isEmpty();
      assertThat(shown.text()).contains("./broadsheet batch");
    }
  }

  @Test
  void withoutAFreePlaceItSaysWhenToTryAgain() throws Exception {
    ServerLimits one = new ServerLimits(100, 1, Duration.ofSeconds(10), Duration.ofSeconds(30));
    try (WebServer busy = server.also(ServerSettings.at("127.0.0.1", 0).within(one));
        HttpClient first = HttpClient.newHttpClient()) {
      String site = "http://127.0.0.1:" + busy.port();
      HttpRequest many = request(site, "tid* OR harb*\n".repeat(9_000));
      HttpResponse<InputStream> begun = first.send(many, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(begun.statusCode()).isEqualTo(200);
      HttpResponse<String> refused =
          client.send(request(site, "tide"), HttpResponse.BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      begun.body().close();
      await(() -> client.send(request(site, "tide"), HttpResponse.BodyHandlers.ofString()));
    }
  }

  private static HttpRequest request(String site, String queries) {
    return UploadingClient.request(
        site, PATH, UploadingClient.whole(UploadingClient.file("table", queries)));
  }

  /** An abandoned batch gives its place back. */
  private static void await(Callable<HttpResponse<String>> asking) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (asking.call().statusCode() != 200) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(100);
    }
  }

  @Test
  void manyQueriesAreAnsweredInTheirOrder() throws Exception {
    String queries =
        IntStream.range(0, 2_000)
            .mapToObj(i -> i % 100 == 99 ? "x".repeat(20_001) : "bulletin" + i)
            .collect(Collectors.joining("\n"));
    List<String> rows = rows(pasted(queries));
    assertThat(rows).hasSize(2_000);
    for (int i = 0; i < 2_000; i++) {
      if (i % 100 == 99) {
        assertThat(rows.get(i)).endsWith("longer than 20000 characters");
      } else {
        assertThat(rows.get(i)).startsWith("bulletin" + i + ",");
      }
    }
  }
}
