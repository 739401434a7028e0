package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Servers that readers reach through a proxy, or under a name. */
class PublicNameIT {

  private static final URI PUBLIC = URI.create("https://archive.example.org");
  private static final String NAME = "archive.example.org";
  private static final String ORIGIN = "https://archive.example.org";
  private static final Map<String, String> ASKED = Map.of("Sec-Fetch-Site", "same-origin");
  private static final InetAddress THIS_MACHINE = InetAddress.getLoopbackAddress();

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private TestServer archive;

  @BeforeEach
  void start() throws Exception {
    archive = TestServer.over(SampleArticles.all());
  }

  private static ServerSettings local() {
    return ServerSettings.at("127.0.0.1", 0);
  }

  private static ServerSettings trusting(InetAddress proxy) {
    return local().knownAs(PUBLIC).behind(Set.of(proxy), Optional.of("X-Remote-User"));
  }

  @Test
  void publicServerAnswersToItsNameAndThisMachineAlone() throws Exception {
    try (WebServer server = archive.also(local().knownAs(PUBLIC))) {
      assertThat(get(server, NAME, Map.of())).startsWith("HTTP/1.1 200");
      assertThat(get(server, "localhost", Map.of())).startsWith("HTTP/1.1 200");
      assertThat(get(server, "evil.example", Map.of()))
          .startsWith("HTTP/1.1 421")
          .contains("--public-url");
    }
  }

  /** The owner of a name can point it anywhere; an address cannot be redirected. */
  @Test
  void openServerAnswersToAddressesAndNoName() throws Exception {
    try (WebServer server = archive.also(ServerSettings.at("0.0.0.0", 0))) {
      assertThat(get(server, "192.0.2.7:7070", Map.of())).startsWith("HTTP/1.1 200");
      assertThat(get(server, "evil.example", Map.of())).startsWith("HTTP/1.1 421");
    }
  }

  @Test
  void linksBearThePublicNameWhateverIsForwarded() throws Exception {
    try (WebServer server = archive.also(trusting(THIS_MACHINE))) {
      String feed =
          send(
              server,
              "GET /search.atom?q=tide",
              "localhost",
              Map.of("X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example"),
              "");
      assertThat(feed).contains(ORIGIN + "/search").doesNotContain("evil.example", "127.0.0.1");
    }
  }

  @Test
  void publicServerIsReadOnly() throws Exception {
    try (WebServer server = archive.also(local().knownAs(PUBLIC))) {
      for (Map<String, String> headers :
          Set.of(
              Map.of("Origin", ORIGIN),
              Map.of("Sec-Fetch-Site", "same-origin"),
              Map.of("Origin", ORIGIN, "X-Remote-User", "mallory"))) {
        assertThat(save(server, NAME, headers)).startsWith("HTTP/1.1 403");
        assertThat(save(server, "localhost", headers)).startsWith("HTTP/1.1 403");
      }
      assertThat(send(server, "GET /alerts?q=tide", NAME, Map.of(), ""))
          .doesNotContain("method=\"post\"");
      assertThat(archive.alerts().all()).isEmpty();
    }
  }

  @Test
  void userOfTheTrustedProxyMaySave() throws Exception {
    try (WebServer server = archive.also(trusting(THIS_MACHINE))) {
      Map<String, String> user = Map.of("Origin", ORIGIN, "X-Remote-User", "ada");
      assertThat(save(server, NAME, Map.of("Origin", ORIGIN))).startsWith("HTTP/1.1 403");
      assertThat(save(server, NAME, Map.of("Origin", ORIGIN, "X-Remote-User", " ")))
          .startsWith("HTTP/1.1 403");
      assertThat(save(server, NAME, Map.of("Origin", "https://evil.example", "X-Remote-User", "a")))
          .startsWith("HTTP/1.1 403");
      assertThat(archive.alerts().all()).isEmpty();
      assertThat(save(server, NAME, user)).startsWith("HTTP/1.1 303");
      assertThat(archive.alerts().all()).hasSize(1);
      assertThat(send(server, "GET /alerts?q=ferry", NAME, user, "")).contains("method=\"post\"");
    }
  }

  /** Whether a proxy adds its header to one that a client sent, or joins the two. */
  @Test
  void twoUsersOrOriginsAreRefused() throws Exception {
    try (WebServer server = archive.also(trusting(THIS_MACHINE))) {
      String user = "X-Remote-User: ada\r\n";
      String origin = "Origin: " + ORIGIN + "\r\n";
      for (String headers :
          List.of(
              origin + "X-Remote-User: mallory\r\n" + user,
              origin + user + user,
              origin + user + "x-remote-user: mallory\r\n",
              origin + "X-REMOTE-USER:\r\n" + user,
              origin + "X-Remote-User: mallory, ada\r\n",
              origin + "X-Remote-User: mallory,ada\r\n",
              user + origin + origin,
              user + origin + "origin: https://evil.example\r\n",
              user + "Origin: https://evil.example, " + ORIGIN + "\r\n",
              user + "Origin: https://evil.example " + ORIGIN + "\r\n",
              user + "Sec-Fetch-Site: cross-site\r\nsec-fetch-site: same-origin\r\n",
              user + "Sec-Fetch-Site: cross-site, same-origin\r\n")) {
        for (String line : List.of("GET /alerts", "GET /search.json?q=tide", "POST /alerts")) {
          assertThat(sendAsIs(server, line, NAME, headers, line.startsWith("P") ? "q=tide" : ""))
              .as(line + " " + headers)
              .startsWith("HTTP/1.1 400")
              .contains("more than one value of ");
        }
      }
      assertThat(archive.alerts().all()).isEmpty();
      assertThat(sendAsIs(server, "POST /alerts", NAME, origin + user, "q=tide"))
          .startsWith("HTTP/1.1 303");
    }
  }

  /** A page that was fetched without encryption may be anyone's. */
  @Test
  void changesMayComeFromThePublicOriginAlone() throws Exception {
    try (WebServer server = archive.also(trusting(THIS_MACHINE))) {
      for (String origin :
          Set.of(
              "http://archive.example.org",
              "http://archive.example.org:443",
              "https://archive.example.org:80",
              "https://archive.example.org.",
              "null")) {
        Map<String, String> user = Map.of("Origin", origin, "X-Remote-User", "ada");
        assertThat(save(server, NAME, user)).as(origin).startsWith("HTTP/1.1 403");
      }
      Map<String, String> refered = Map.of("Referer", ORIGIN + "/alerts", "X-Remote-User", "ada");
      assertThat(save(server, NAME, refered)).startsWith("HTTP/1.1 403");
      assertThat(archive.alerts().all()).isEmpty();
      for (String origin : Set.of(ORIGIN, ORIGIN + ":443", "https://Archive.example.org")) {
        Map<String, String> user = Map.of("Origin", origin, "X-Remote-User", "ada");
        assertThat(save(server, NAME, user)).as(origin).startsWith("HTTP/1.1 303");
      }
    }
  }

  @Test
  void userHeaderOfAnyoneElseIsIgnored() throws Exception {
    try (WebServer server = archive.also(trusting(InetAddress.ofLiteral("192.0.2.1")))) {
      assertThat(save(server, NAME, Map.of("Origin", ORIGIN, "X-Remote-User", "ada")))
          .startsWith("HTTP/1.1 403");
      assertThat(archive.alerts().all()).isEmpty();
    }
  }

  /** A proxy unknown to this server, which uses the server's address. */
  @Test
  void nothingIsChangedThroughAnUnknownProxy() throws Exception {
    try (WebServer server = archive.also(local())) {
      String own = "127.0.0.1:" + server.port();
      for (String mark :
          Set.of(
              "X-Forwarded-For",
              "x-forwarded-server",
              "Forwarded",
              "Via",
              "X-Real-IP",
              "X-Client-IP",
              "True-Client-IP",
              "CF-Connecting-IP")) {
        Map<String, String> headers = Map.of("Sec-Fetch-Site", "same-origin", mark, "192.0.2.1");
        assertThat(save(server, own, headers)).as(mark).startsWith("HTTP/1.1 403");
      }
      Map<String, String> elsewhere = Map.of("Sec-Fetch-Site", "same-origin", "Origin", ORIGIN);
      assertThat(save(server, own, elsewhere)).startsWith("HTTP/1.1 403");
      String old = send(server, "POST /alerts HTTP/1.0", own, ASKED, "q=tide");
      assertThat(old).startsWith("HTTP/1.1 403");
      assertThat(archive.alerts().all()).isEmpty();
      assertThat(save(server, own, ASKED)).startsWith("HTTP/1.1 303");
    }
  }

  @Test
  void brokenHostIsRefusedWithoutALineInTheLog() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    try (WebServer server = archive.also(local())) {
      for (String host : Set.of("a b", "x:y:z", "[::", "a/b", "", "localhost\r\nHost: evil")) {
        assertThat(get(server, host, Map.of())).as(host).startsWith("HTTP/1.1 400");
      }
      assertThat(lines.list).isEmpty();
    } finally {
      root.detachAppender(lines);
    }
  }

  private static String get(WebServer server, String host, Map<String, String> headers)
      throws IOException {
    return send(server, "GET /search.json?q=tide", host, headers, "");
  }

  private static String save(WebServer server, String host, Map<String, String> headers)
      throws IOException {
    return send(server, "POST /alerts", host, headers, "q=tide");
  }

  private static String send(
      WebServer server, String line, String host, Map<String, String> headers, String body)
      throws IOException {
    String more =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());
    return sendAsIs(server, line, host, more, body);
  }

  private static String sendAsIs(
      WebServer server, String line, String host, String more, String body) throws IOException {
    String type = body.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\n";
    String request =
        "%s\r\nHost: %s\r\nConnection: close\r\n%s%sContent-Length: %s\r\n\r\n%s"
            .formatted(
                line.contains("HTTP/") ? line : line + " HTTP/1.1",
                host,
                type,
                more,
                body.length(),
                body);
    try (Socket socket = new Socket(THIS_MACHINE, server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
