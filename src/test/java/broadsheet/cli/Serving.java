package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process that serves an index on a free port, and a client for it. */
final class Serving implements AutoCloseable {

  private static final String READY = "Broadsheet is ready at ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Program program;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private Serving(Program program, URI address) {
    this.program = program;
    this.address = address;
  }

  /** Serves an index with further options of {@code serve}; ready when this returns. */
  static Serving of(Path index, String... options) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--port", "0", "--index", index.toString()));
    arguments.addAll(List.of(options));
    return readied(Program.start(arguments.toArray(String[]::new)));
  }

  /** Waits until a process started with {@code serve} is ready. */
  static Serving readied(Program program) throws IOException, InterruptedException {
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!program.out().endsWith("\n")) {
        assertThat(program.isAlive()).as(program::err).isTrue();
        assertThat(System.nanoTime()).as("ready in time").isLessThan(end);
        Thread.sleep(20);
      }
      assertThat(program.out()).startsWith(READY);
      return new Serving(program, URI.create(program.out().strip().substring(READY.length())));
    } catch (AssertionError | RuntimeException | InterruptedException e) {
      program.close();
      throw e;
    }
  }

  Program program() {
    return program;
  }

  URI address() {
    return address;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a form as a page of this server would. Redirections are not followed. */
  HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The answer at an address that must have one. */
  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  @Override
  public void close() throws IOException {
    client.shutdownNow();
    program.close();
  }
}
