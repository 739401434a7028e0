package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.web.request.BasePath;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules for nginx in docs/deploy.md hold for every form of an address. */
class NginxIT {

  private static final String NAME = "archive.example.org";
  private static final Path DOCUMENT = Path.of("docs", "deploy.md");
  private static final Pattern BLOCK = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

  private static final String WRAPPED =
      """
      pid nginx.pid;
      daemon off;
      master_process off;
      events {}
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        RULES
      }
      """;

  private static final String FORM = "application/x-www-form-urlencoded";

  @SuppressWarnings("NullAway.Init")
  @AutoClose
  private static TestServer archive;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(nginx().isPresent(), "nginx is not installed");
    archive = TestServer.over(SampleArticles.all());
  }

  private static Optional<Path> nginx() {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(place -> Path.of(place, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A block of the document, adapted in what depends on the machine: ports and files. */
  private String block(String start, int serverPort, int port) throws IOException {
    String block =
        BLOCK
            .matcher(Files.readString(DOCUMENT))
            .results()
            .map(found -> found.group(1))
            .filter(text -> text.contains(start))
            .findFirst()
            .orElseThrow();
    String whole = block.startsWith("server") ? block : inServer(block);
    Path users = folder.resolve("users");
    Files.writeString(users, "ada:{PLAIN}secret\n");
    String adapted =
        whole
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";")
            .replaceAll("(?m)^ *ssl_certificate.*$", "")
            .replace("/etc/nginx/archive.users", users.toString())
            .replace("http://127.0.0.1:7070", "http://127.0.0.1:" + serverPort);
    assertThat(adapted).contains("listen 127.0.0.1:" + port, "127.0.0.1:" + serverPort);
    return adapted;
  }

  private static String inServer(String locations) {
    return "server {\nlisten 443 ssl;\nserver_name " + NAME + ";\n" + locations + "}\n";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A running nginx with a block of the document before a server. */
  private final class Proxy implements AutoCloseable {
    private final int port = freePort();
    private final Process process;

    Proxy(String start, WebServer server) throws Exception {
      String rules = WRAPPED.replace("RULES", block(start, server.port(), port));
      Path configuration = Files.writeString(folder.resolve("nginx.conf"), rules);
      process =
          new ProcessBuilder(
                  nginx().orElseThrow().toString(),
                  "-p",
                  folder.toString(),
                  "-c",
                  configuration.toString(),
                  "-e",
                  "stderr")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      long end = System.nanoTime() + 20_000_000_000L;
      while (!answers()) {
        assertThat(process.isAlive() && System.nanoTime() < end).as(log()).isTrue();
        Thread.sleep(10);
      }
    }

    private boolean answers() {
      try {
        return ask("GET", "/robots.txt", Map.of()).status() > 0;
      } catch (IOException e) {
        return false;
      }
    }

    private String log() throws IOException {
      return Files.readString(folder.resolve("log"));
    }

    RawAnswer ask(String method, String target, Map<String, String> headers) throws IOException {
      String body = method.equals("POST") ? "q=tide" : "";
      return RawAnswer.to(port, method, target, NAME, headers, body);
    }

    RawAnswer get(String target) throws IOException {
      return ask("GET", target, Map.of());
    }

    void assertHidden(String path) throws IOException {
      List<String> forms =
          Stream.concat(
                  Stream.of(path, path + "/", path + "?a=b", path.toUpperCase(Locale.ROOT)),
                  CanonicalAddressIT.variants(path).stream())
              .toList();
      for (String form : forms) {
        RawAnswer answer = get(form);
        assertThat(answer.status()).as(form).isNotEqualTo(200);
        assertThat(answer.text()).as(form).doesNotContain("# HELP");
      }
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }

  private static ServerSettings trusting() {
    return ServerSettings.at("127.0.0.1", 0)
        .knownAs(URI.create("https://" + NAME))
        .behind(Set.of(InetAddress.getLoopbackAddress()), Optional.of("X-Remote-User"));
  }

  private static void assertThatMetricsAreThere(WebServer server, String path) throws IOException {
    assertThat(RawAnswer.to(server.port(), "GET", path, NAME, Map.of(), "").text())
        .contains("# HELP");
  }

  private static Map<String, String> form(String name, String value) {
    return Map.of("Origin", "https://" + NAME, "Content-Type", FORM, name, value);
  }

  @Test
  void publicRulesHideMetricsAndTheUserHeader() throws Exception {
    try (WebServer server = archive.also(trusting());
        Proxy proxy = new Proxy("listen 443", server)) {
      assertThat(proxy.get("/search?q=tide").status()).isEqualTo(200);
      assertThat(proxy.get("/article/harbour-1.json").status()).isEqualTo(200);
      assertThatMetricsAreThere(server, "/metrics");
      proxy.assertHidden("/metrics");
      assertThat(proxy.ask("POST", "/alerts", form("X-Remote-User", "ada")).status())
          .isEqualTo(403);
    }
  }

  @Test
  void rulesForUsersLetNobodyElseIn() throws Exception {
    String password = Base64.getEncoder().encodeToString("ada:secret".getBytes(UTF_8));
    try (WebServer server = archive.also(trusting());
        Proxy proxy = new Proxy("auth_basic", server)) {
      assertThatMetricsAreThere(server, "/metrics");
      proxy.assertHidden("/metrics");
      proxy.assertHidden("/search.json");
      proxy.assertHidden("/article/harbour-1");
      assertThat(proxy.ask("POST", "/alerts", form("X-Remote-User", "ada")).status())
          .isEqualTo(401);
      Map<String, String> ada = form("Authorization", "Basic " + password);
      assertThat(proxy.ask("GET", "/search.json?q=tide", ada).status()).isEqualTo(200);
      assertThat(proxy.ask("POST", "/alerts", ada).status()).isEqualTo(303);
      assertThat(proxy.ask("GET", "/metrics", ada).status()).isEqualTo(404);
    }
  }

  @Test
  void rulesUnderAPathHideMetrics() throws Exception {
    assertHiddenUnderAPath("proxy_pass http://127.0.0.1:7070;\n");
  }

  @Test
  void rulesThatRemoveThePathHideMetrics() throws Exception {
    assertHiddenUnderAPath("proxy_pass http://127.0.0.1:7070/;\n");
  }

  private void assertHiddenUnderAPath(String pass) throws Exception {
    String start = "    location /archive/ {\n        " + pass;
    try (WebServer server = archive.also(trusting().under(new BasePath("/archive")));
        Proxy proxy = new Proxy(start, server)) {
      assertThat(proxy.get("/archive/search?q=tide").text()).contains("href=\"/archive/article/");
      assertThatMetricsAreThere(server, "/metrics");
      assertThatMetricsAreThere(server, "/archive/metrics");
      proxy.assertHidden("/archive/metrics");
      proxy.assertHidden("/archive/archive/metrics");
      proxy.assertHidden("/metrics");
    }
  }
}
