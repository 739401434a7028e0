package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ledger.WatchState;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server's health report if its index is damaged or its watch has ended. */
class HealthIT {

  private static final Duration IN_TIME = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void deletedFilesAreReported() throws Exception {
    try (TestServer server = TestServer.over(SampleArticles.all())) {
      assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
      for (Path file : files(server)) {
        Files.delete(file);
      }
      assertUnhealthy(server);
    }
  }

  /** A mapped file that is truncated in place can no longer be read. */
  @Test
  void filesCutShortAreReportedAndSearchesFailQuietly() throws Exception {
    try (TestServer server = TestServer.over(SampleArticles.all())) {
      for (Path file : files(server)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      }
      HttpResponse<String> search = server.get("/search.json?q=tide");
      assertThat(search.statusCode()).isEqualTo(503);
      assertThat(search.body()).doesNotContain(server.folder().toString());
      assertUnhealthy(server);
    }
  }

  @Test
  void filesOverwrittenAreReported() throws Exception {
    try (TestServer server = TestServer.over(SampleArticles.all())) {
      for (Path file : files(server)) {
        byte[] noise = new byte[(int) Files.size(file)];
        Files.write(file, noise, StandardOpenOption.WRITE);
      }
      assertUnhealthy(server);
      assertThat(server.get("/search.json?q=tide").statusCode()).isGreaterThanOrEqualTo(500);
    }
  }

  @Test
  void watchThatEndedIsReported() throws Exception {
    AtomicReference<WatchState> watch = new AtomicReference<>(WatchState.running());
    try (WebServer server =
        TestServer.shared().also(ServerSettings.at("127.0.0.1", 0).watching(watch::get))) {
      assertThat(get(server, "/healthz")).contains("\"status\":\"ok\"", "\"watch\":\"running\"");
      assertThat(get(server, "/corpus")).doesNotContain("Not up to date");
      watch.set(new WatchState(WatchState.Status.STOPPED, "It met a fault."));
      assertThat(get(server, "/healthz"))
          .contains("\"status\":\"degraded\"", "\"watch\":\"stopped\"", "It met a fault.");
      assertThat(get(server, "/metrics"))
          .contains("broadsheet_watch{state=\"stopped\"} 1.0")
          .contains("broadsheet_watch{state=\"running\"} 0.0");
      assertThat(get(server, "/corpus"))
          .contains("<strong>Not up to date:</strong> It met a fault.");
    }
  }

  /** The image has no client for HTTP, so its check is a script. */
  @Test
  void checkOfTheContainerSaysTheSame() throws Exception {
    TestServer server = TestServer.over(SampleArticles.all());
    try (server) {
      assertThat(checkOfTheContainer(server.port())).isZero();
      for (Path file : files(server)) {
        Files.delete(file);
      }
      assertUnhealthy(server);
      assertThat(checkOfTheContainer(server.port())).isEqualTo(1);
    }
    assertThat(checkOfTheContainer(server.port())).isEqualTo(1);
  }

  private static int checkOfTheContainer(int port) throws Exception {
    String instruction =
        Files.readAllLines(Path.of("Dockerfile")).stream()
            .filter(line -> line.startsWith("HEALTHCHECK"))
            .findFirst()
            .orElseThrow();
    String command = instruction.substring(instruction.indexOf('[')).replace("7070", "" + port);
    Process check =
        new ProcessBuilder(new ObjectMapper().readValue(command, String[].class))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return check.exitValue();
  }

  private static List<Path> files(TestServer server) throws IOException {
    try (Stream<Path> files = Files.list(server.folder())) {
      return files.filter(file -> !file.endsWith("write.lock")).toList();
    }
  }

  private static void assertUnhealthy(TestServer server) throws Exception {
    long end = System.nanoTime() + IN_TIME.toNanos();
    HttpResponse<String> health = server.get("/healthz");
    while (health.statusCode() == 200) {
      assertThat(System.nanoTime()).as("reported in time").isLessThan(end);
      Thread.sleep(100);
      health = server.get("/healthz");
    }
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("index", "\"status\":503");
  }

  private String get(WebServer server, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
