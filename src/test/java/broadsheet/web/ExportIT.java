package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.export.ExportFormat;
import broadsheet.web.takeaway.ExportHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of more articles than are fetched at a time. */
class ExportIT {
  /** More than two batches. */
  private static final int TIDES = 11_100;

  private static final ObjectMapper JSON = new ObjectMapper();

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < TIDES; i++) {
      articles.add(tide(i));
    }
    articles.add(awkward());
    articles.add(scripted());
    articles.add(Article.withId("bare").paragraphs(List.of("Nothing but a zephyr.")).build());
    server = TestServer.over(articles);
  }

  /** Articles with higher numbers contain tide more often, and are older. */
  private static Article tide(int number) {
    return Article.withId("tide-" + number)
        .title("Tide table " + number)
        .paragraphs(List.of("High tide at the quay." + " tide".repeat(number / 2_000)))
        .source("The Evening Lantern")
        .publishedAt(PublicationDate.stated(LocalDate.of(2020, 1, 1).minusDays(number).toString()))
        .build();
  }

  private static Article awkward() {
    return Article.withId("awkward~é")
        .title("=HYPERLINK(\"http://evil.example\";\"50% & {more}_\")")
        .standfirst("A zephyr, said \"so\"")
        .paragraphs(List.of("One zephyr.", "Two."))
        .authors(List.of("@handle", "Smith, John"))
        .topics(List.of("wind", "air & sea"))
        .source("The Evening Lantern")
        .language("en")
        .url("https://example.org/a_{b}?c=1&d=2")
        .publishedAt(PublicationDate.stated("2023-06"))
        .build();
  }

  private static Article scripted() {
    return Article.withId("scripted")
        .title("A squall")
        .paragraphs(List.of("One squall."))
        .url("javascript:alert(1)")
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"relevance", "newest", "oldest"})
  void everyHitIsTakenAwayOnceAndInOrder(String sort) throws Exception {
    List<JsonNode> lines = lines("/search.jsonl?q=tide&page=7&size=x&sort=" + sort);
    List<String> ids = lines.stream().map(line -> line.path("id").asText()).toList();
    assertThat(ids).hasSize(TIDES).doesNotHaveDuplicates();
    JsonNode page =
        JSON.readTree(server.get("/search.json?q=tide&size=100&page=31&sort=" + sort).body());
    List<String> paged = new ArrayList<>();
    page.path("hits").forEach(hit -> paged.add(hit.path("id").asText()));
    assertThat(ids.subList(3_000, 3_100)).isEqualTo(paged);
  }

  @Test
  void closenessRanksAsOnThePages() throws Exception {
    List<JsonNode> lines = lines("/search.jsonl?q=high+tide");
    JsonNode page = JSON.readTree(server.get("/search.json?q=high+tide&size=100&page=10").body());
    List<String> paged = new ArrayList<>();
    page.path("hits").forEach(hit -> paged.add(hit.path("id").asText()));
    assertThat(lines.stream().map(line -> line.path("id").asText()).distinct()).hasSize(TIDES);
    assertThat(lines.subList(900, 1_000).stream().map(line -> line.path("id").asText()))
        .isEqualTo(paged);
  }

  @Test
  void aLineTellsAllOfAnArticle() throws Exception {
    JsonNode line = lines("/search.jsonl?q=zephyr+standfirst:so").getFirst();
    List<String> names = new ArrayList<>();
    line.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "id",
            "title",
            "standfirst",
            "publishedAt",
            "source",
            "section",
            "author",
            "topic",
            "place",
            "person",
            "organisation",
            "language",
            "url",
            "text");
    assertThat(line.path("text").asText()).isEqualTo("One zephyr.\nTwo.");
    assertThat(line.path("publishedAt").asText()).isEqualTo("2023-06");
    assertThat(line.path("section").isNull()).isTrue();
    assertThat(line.path("author")).hasToString("[\"@handle\",\"Smith, John\"]");
  }

  @Test
  void tableIsReadBackAndHoldsNoFormula() throws Exception {
    String table = server.get("/search.csv?q=zephyr&sort=newest").body();
    assertThat(table)
        .startsWith("id,title,standfirst,publishedAt,source,section,author,topic,")
        .doesNotContain("undefined");
    assertThat(table.replace("\r\n", "")).doesNotContain("\n", "\r");
    List<Map<String, String>> rows = rows(table);
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst())
        .containsEntry("title", "'=HYPERLINK(\"http://evil.example\";\"50% & {more}_\")")
        .containsEntry("author", "'@handle; Smith, John")
        .containsEntry("topic", "wind; air & sea")
        .containsEntry("standfirst", "A zephyr, said \"so\"");
    assertThat(rows.getLast())
        .containsEntry("id", "bare")
        .containsEntry("publishedAt", "")
        .containsEntry("link", server.address("/article/bare"));
  }

  @Test
  void addressThatIsAScriptIsLeftOut() throws Exception {
    for (ExportFormat format : ExportFormat.OF_SEARCHES) {
      assertThat(server.get(ExportHandler.path(format) + "?q=squall").body())
          .contains("scripted")
          .doesNotContain("javascript");
    }
    for (String path :
        List.of(
            "/search.json?q=squall",
            "/search.atom?q=squall",
            "/article/scripted",
            "/article/scripted.json",
            "/article/scripted.ris",
            "/article/scripted.bib")) {
      assertThat(server.get(path).body()).contains("squall").doesNotContain("javascript:");
    }
  }

  /** One rule for every table: only the links of pages ask for the mark. */
  @Test
  void tableHasAByteOrderMarkIfAskedFor() throws Exception {
    for (String address :
        List.of(
            "/search.csv?q=tide",
            "/trends.csv?q=tide",
            "/words.csv?q=tide",
            "/frequencies.csv?q=tide&by=year")) {
      String plain = server.get(address).body();
      assertThat(plain).as(address).isNotEmpty().doesNotContain("\uFEFF");
      assertThat(server.get(address + "&bom=no").body()).isEqualTo(plain);
      assertThat(server.get(address + "&bom=yes").body()).isEqualTo("\uFEFF" + plain);
      HttpResponse<String> refused = server.get(address + "&bom=maybe");
      assertThat(refused.statusCode()).isEqualTo(400);
      String page = address.replace(".csv", "");
      assertThat(Jsoup.parse(server.get(page).body()).select("a[href*='.csv']").eachAttr("href"))
          .as(page)
          .isNotEmpty()
          .allMatch(href -> href.endsWith("&bom=yes"));
    }
    assertThat(server.get("/search.jsonl?q=tide&bom=yes").body()).startsWith("{");
  }

  @Test
  void tableHasARowForEachHit() throws Exception {
    assertThat(rows(server.get("/search.csv?q=tide").body())).hasSize(TIDES);
  }

  @Test
  void tableOfNothingHasItsNames() throws Exception {
    String table = server.get("/search.csv?q=zephyr&source=Nobody").body();
    assertThat(table).startsWith("id,title,").endsWith(",foundPlace\r\n");
    assertThat(rows(table)).isEmpty();
    assertThat(server.get("/search.jsonl?q=zephyr&source=Nobody").body()).isEmpty();
  }

  private static List<Map<String, String>> rows(String table) throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(table)) {
      return rows.readAll();
    }
  }

  @Test
  void referencesHaveWhatIsKnown() throws Exception {
    String ris = server.get("/search.ris?q=zephyr&sort=newest").body();
    assertThat(ris)
        .startsWith("TY  - NEWS\r\nID  - awkward~é\r\nTI  - =HYPERLINK")
        .contains("\r\nAU  - @handle\r\nAU  - Smith, John\r\nT2  - The Evening Lantern\r\n")
        .contains("\r\nPY  - 2023\r\nDA  - 2023/06//\r\n")
        .endsWith("TY  - NEWS\r\nID  - bare\r\nTI  - Nothing but a zephyr.\r\nER  - \r\n\r\n");
    assertThat(server.get("/search.ris?q=tide").body().split("\r\nER  - \r\n")).hasSize(TIDES + 1);
  }

  @Test
  void bibliographyIsEscapedAndKeyed() throws Exception {
    String bib = server.get("/search.bib?q=zephyr&sort=newest").body();
    assertThat(bib)
        .startsWith("@article{awkward:7e:e9,\n")
        .contains("50\\% \\& \\{more\\}\\_")
        .contains("author = {@handle and {Smith, John}}")
        .contains("year = {2023},\n  month = {6},\n")
        .contains("url = {https://example.org/a_%7Bb%7D?c=1&d=2}")
        .endsWith("@article{bare,\n  title = {{Nothing but a zephyr.}}\n}\n\n");
    assertThat(bib.chars().filter(c -> c == '{').count())
        .isEqualTo(bib.chars().filter(c -> c == '}').count());
  }

  @ParameterizedTest
  @CsvSource({
    "csv,text/csv;charset=utf-8;header=present",
    "jsonl,application/jsonl;charset=utf-8",
    "ris,application/x-research-info-systems;charset=utf-8",
    "bib,application/x-bibtex;charset=utf-8",
  })
  void aFileIsAnnounced(String ending, String type) throws Exception {
    for (String method : List.of("GET", "HEAD")) {
      HttpResponse<String> answer = server.send(method, "/search." + ending + "?q=zephyr");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
          .isEqualToIgnoringCase(type);
      assertThat(answer.headers().firstValue("Content-Disposition"))
          .contains("attachment; filename=\"broadsheet." + ending + "\"");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @ParameterizedTest
  @CsvSource({"?sort=sideways,400", "?from=soon,400", "?q=crashword,500", "?q=busyword,503"})
  void whatFailsBeforeTheFirstArticleIsAProblem(String asked, int status) throws Exception {
    for (ExportFormat format : ExportFormat.OF_SEARCHES) {
      HttpResponse<String> answer = server.get(ExportHandler.path(format) + asked);
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
      assertThat(JSON.readTree(answer.body()).path("status").asInt()).isEqualTo(status);
    }
  }

  @Test
  void whatFailsLaterBreaksTheConnection() {
    assertThatThrownBy(() -> server.get("/search.jsonl?q=tornword"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void exportEndsWhenItsClientHasGone() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /search.jsonl?q=tide HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
      socket.setSoLinger(true, 0);
    }
    assertThat(lines("/search.jsonl?q=tide")).hasSize(TIDES);
  }

  @Test
  void exportIsCompressedWhereTheClientTakesThat() throws Exception {
    URLConnection connection =
        URI.create(server.address("/search.jsonl?q=tide")).toURL().openConnection();
    connection.setRequestProperty("Accept-Encoding", "gzip");
    try (InputStream in = connection.getInputStream()) {
      byte[] sent = in.readAllBytes();
      assertThat(connection.getContentEncoding()).isEqualTo("gzip");
      byte[] lines = new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes();
      assertThat(new String(lines, StandardCharsets.UTF_8).lines()).hasSize(TIDES);
    }
  }

  private static List<JsonNode> lines(String path) throws IOException, InterruptedException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : server.get(path).body().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
