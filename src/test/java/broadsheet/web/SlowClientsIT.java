package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that keep connections open and send little or nothing. */
class SlowClientsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration IN_TIME = Duration.ofSeconds(12);
  private static final int CONNECTIONS = 20;
  private static final String HEAD = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n";
  private static final String BODY_HEAD =
      "POST /alerts HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nq=";

  private final HttpClient client = HttpClient.newHttpClient();

  /** A byte now and then would keep resetting an idle timeout. */
  @ParameterizedTest
  @ValueSource(strings = {HEAD, BODY_HEAD, ""})
  void tricklingRequestIsEnded(String beginning) throws Exception {
    try (WebServer server = server(CONNECTIONS);
        Socket socket = connected(server)) {
      send(socket, beginning);
      long end = System.nanoTime() + IN_TIME.toNanos();
      while (!isClosed(socket)) {
        assertThat(System.nanoTime()).as("closed in time").isLessThan(end);
        trickle(socket);
        Thread.sleep(200);
      }
      assertThat(status(server)).isEqualTo(200);
    }
  }

  @Test
  void newestConnectionIsServedHoweverManyOweARequest() throws Exception {
    try (WebServer server = server(CONNECTIONS)) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS * 5; i++) {
        Socket socket = connected(server);
        send(socket, HEAD);
        slow.add(socket);
      }
      for (int i = 0; i < 10; i++) {
        assertThat(status(server)).isEqualTo(200);
      }
      long open = 0;
      for (Socket socket : slow) {
        open += isClosed(socket) ? 0 : 1;
        socket.close();
      }
      assertThat(open).isLessThanOrEqualTo(CONNECTIONS);
    }
  }

  @Test
  void connectionThatKeepsAskingStaysOpen() throws Exception {
    try (WebServer server = server(CONNECTIONS);
        Socket socket = connected(server)) {
      long end = System.nanoTime() + PATIENCE.multipliedBy(2).toNanos();
      while (System.nanoTime() < end) {
        send(socket, HEAD + "\r\n");
        assertThat(socket.getInputStream().readNBytes(15))
            .asString(StandardCharsets.US_ASCII)
            .isEqualTo("HTTP/1.1 200 OK");
        Thread.sleep(200);
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
      }
    }
  }

  @Test
  void limitsLeaveDescriptorsForFiles() {
    assertThat(ServerLimits.within(200).connections()).isEqualTo(136);
    assertThat(ServerLimits.within(200).exports()).isEqualTo(68);
    assertThat(ServerLimits.within(1_000_000).connections()).isEqualTo(2_000);
    assertThat(ServerLimits.within(1_000_000).exports()).isEqualTo(128);
    assertThat(ServerLimits.within(10).connections()).isEqualTo(8);
  }

  private static WebServer server(int connections) throws IOException {
    ServerLimits limits = new ServerLimits(connections, 2, PATIENCE, Duration.ofSeconds(30));
    return TestServer.shared().also(ServerSettings.at("127.0.0.1", 0).within(limits));
  }

  private static Socket connected(WebServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void trickle(Socket socket) {
    try {
      send(socket, "x");
    } catch (IOException e) {
      // closed, as the next read shows
    }
  }

  private static boolean isClosed(Socket socket) throws IOException {
    socket.setSoTimeout(50);
    try {
      return socket.getInputStream().readNBytes(100).length < 100;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  private int status(WebServer server) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + "/healthz");
    return client
        .send(
            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
