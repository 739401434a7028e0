package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** Drafts that are checked over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class VerifyIT {

  private static final String DRAFT =
      "“A pier without a ship is not a monument,” said Ada Quill.\n\n“A pier without a ship is a"
          + " monument,” said Ruth Amsel.\n\n“Quokkas juggle marmalade beneath the xylophone.”";

  private final HttpClient client = HttpClient.newHttpClient();
  private TestServer server;

  @BeforeAll
  void serve() throws Exception {
    server = TestServer.over(SampleArticles.all());
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  private HttpResponse<String> sent(String path, Map<String, String> form) throws Exception {
    return UploadingClient.send(client, server.address(""), path, form);
  }

  private HttpResponse<String> get(String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a draft, and returns the address of its verdicts once they are there. */
  private String checked(String draft) throws Exception {
    HttpResponse<String> answer = sent("/verify", Map.of("text", draft));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String path = answer.headers().firstValue("Location").orElseThrow();
    String address = path.startsWith("/") ? server.address(path) : path;
    while (!json(get(address + ".json").body()).get("isDone").asBoolean()) {
      Thread.sleep(50);
    }
    return address;
  }

  private static JsonNode json(String body) throws Exception {
    return new ObjectMapper().readTree(body);
  }

  @Test
  void draftLeadsToAPageOfVerdicts() throws Exception {
    String address = checked(DRAFT);
    HttpResponse<String> answer = get(address);
    assertThat(answer.headers().firstValue("Refresh")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("ol h2").eachText())
        .containsExactly("1. Altered", "2. Misattributed", "3. Absent");
    assertThat(page.select("#claim-1 .note").text())
        .isEqualTo("negation: “not”, in the archive nothing");
    assertThat(page.select("#claim-2").text()).contains("In this archive, Ada Quill says it.");
    assertThat(page.select("#claim-1 a").eachAttr("href").getLast()).startsWith("/article/harbour-1?q=");
    assertThat(page.select("[role=status]").text())
        .isEqualTo("1 altered, 1 misattributed, 1 absent");
    assertThat(page.text()).contains("Looked at").doesNotContain("false");
  }

  @Test
  void verdictsAreTakenAway() throws Exception {
    String address = checked(DRAFT);
    assertThat(get(address + ".csv").body().lines().toList())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("2,misattributed,") && line.contains("harbour-1"));
    String receipt = get(address + ".receipt.json").body();
    assertThat(receipt).contains("harbour-1").doesNotContain("monument").doesNotContain("Quokkas");
    assertThat(json(receipt).get("draft").asText()).hasSize(64);
  }

  @Test
  void publishingSystemWaitsForTheVerdicts() throws Exception {
    JsonNode report = json(sent("/verify.json", Map.of("text", DRAFT)).body());
    assertThat(report.get("isDone").asBoolean()).isTrue();
    assertThat(report.get("findings").findValuesAsText("verdict"))
        .containsExactly("altered", "misattributed", "absent");
  }

  @Test
  void nothingToCheckIsSaid() throws Exception {
    HttpResponse<String> answer = sent("/verify", Map.of("text", "No quotation is here."));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("nothing to check");
    assertThat(sent("/verify.json", Map.of("text", "“We " + "x".repeat(6 << 20))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void unknownDraftIsNotThere() throws Exception {
    assertThat(get(server.address("/verify/abcdefghijkmnpqrstuv")).statusCode()).isEqualTo(404);
  }

  /** Source material: no file and no log has a word of it. */
  @Test
  void draftIsWrittenNowhere() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Level level = root.getLevel();
    root.setLevel(Level.INFO);
    log.start();
    root.addAppender(log);
    try {
      checked(DRAFT);
      sent("/verify", Map.of("text", "Quokkas"));
    } finally {
      root.detachAppender(log);
      root.setLevel(level);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("Quokkas"));
    try (Stream<Path> files = Files.walk(server.folder().getParent())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("Quokkas", "quokkas", "xylophone");
      }
    }
  }

  @Test
  void draftIsForItsOwnerAlone() throws Exception {
    try (WebServer named =
        server.also(
            ServerSettings.at("127.0.0.1", 0)
                .knownAs(URI.create("https://archive.example.org"))
                .behind(Set.of(InetAddress.getLoopbackAddress()), Optional.of("X-Remote-User")))) {
      String site = "http://127.0.0.1:" + named.port();
      byte[] form = UploadingClient.whole(UploadingClient.file("draft", DRAFT));
      HttpRequest.Builder post =
          HttpRequest.newBuilder(URI.create(site + "/verify"))
              .header("Content-Type", "multipart/form-data; boundary=----part")
              .header("Sec-Fetch-Site", "same-origin")
              .POST(HttpRequest.BodyPublishers.ofByteArray(form));
      assertThat(status(post.copy())).isEqualTo(403);
      HttpResponse<String> answer =
          client.send(
              post.header("X-Remote-User", "ada").build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
      String path = URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
      for (String user : new String[] {"ada", "bert"}) {
        assertThat(
                status(
                    HttpRequest.newBuilder(URI.create(site + path + ".json"))
                        .header("X-Remote-User", user)))
            .isEqualTo(user.equals("ada") ? 200 : 404);
      }
      assertThat(status(HttpRequest.newBuilder(URI.create(site + path)))).isEqualTo(404);
    }
  }

  private int status(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }
}
