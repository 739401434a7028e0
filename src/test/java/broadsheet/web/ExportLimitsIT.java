package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.lucene.ManyArticles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exports whose clients stop reading. */
class ExportLimitsIT {

  private static final int SLOTS = 3;
  private static final String WHOLE = "GET /search.jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void oneExportTooManyIsToldWhenToComeBack() throws Exception {
    try (TestServer archive = TestServer.over(ManyArticles.of(2_000, 2));
        WebServer server = archive.also(settings(Duration.ofMinutes(1)))) {
      List<Socket> readers = new ArrayList<>();
      for (int i = 0; i < SLOTS; i++) {
        readers.add(slowReader(server));
      }
      HttpResponse<String> refused = get(server, "/search.csv?q=oil");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("10");
      assertThat(refused.body()).contains("Too many exports");
      assertThat(get(server, "/search.json?q=oil").statusCode()).isEqualTo(200);
      for (Socket reader : readers) {
        reader.setSoLinger(true, 0);
        reader.close();
      }
      awaitFreeSlot(server);
    }
  }

  @Test
  void clientThatStopsReadingLosesItsSlot() throws Exception {
    try (TestServer archive = TestServer.over(ManyArticles.of(2_000, 2));
        WebServer server = archive.also(settings(Duration.ofSeconds(1)))) {
      List<Socket> readers = new ArrayList<>();
      for (int i = 0; i < SLOTS; i++) {
        readers.add(slowReader(server));
      }
      awaitFreeSlot(server);
      for (Socket reader : readers) {
        reader.close();
      }
    }
  }

  private static ServerSettings settings(Duration stall) {
    return ServerSettings.at("127.0.0.1", 0)
        .within(new ServerLimits(100, SLOTS, Duration.ofSeconds(10), stall));
  }

  /** A client that reads the beginning and then nothing more. */
  private static Socket slowReader(WebServer server) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    socket.getOutputStream().write(WHOLE.getBytes(StandardCharsets.US_ASCII));
    assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
    return socket;
  }

  private void awaitFreeSlot(WebServer server) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (get(server, "/search.csv?q=oil").statusCode() != 200) {
      assertThat(System.nanoTime()).as("a slot in time").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private HttpResponse<String> get(WebServer server, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
