package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.web.request.BasePath;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules for nginx in docs/deploy.md hold for every form of an address. */
class NginxIT {

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

  @SuppressWarnings("NullAway.Init")
  @AutoClose
  private static TestServer archive;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(RunningProxy.program("nginx").isPresent(), "nginx is not installed");
    archive = TestServer.over(SampleArticles.all());
  }

  /** A block of the document, adapted in what depends on the machine: ports and files. */
  private String block(String start, int serverPort, int port) throws IOException {
    String block = RunningProxy.block("nginx", start);
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
    return "server {\nlisten 443 ssl;\nserver_name "
        + RunningProxy.NAME
        + ";\n"
        + locations
        + "}\n";
  }

  /** A running nginx with a block of the document before a server. */
  private RunningProxy proxy(String start, WebServer server) throws Exception {
    return proxy(start, server.port(), UnaryOperator.identity());
  }

  private RunningProxy proxy(String start, int serverPort, UnaryOperator<String> change)
      throws Exception {
    int port = RunningProxy.freePort();
    String rules = WRAPPED.replace("RULES", change.apply(block(start, serverPort, port)));
    Path configuration = Files.writeString(folder.resolve("nginx.conf"), rules);
    return new RunningProxy(
        folder,
        port,
        List.of(
            RunningProxy.program("nginx").orElseThrow().toString(),
            "-p",
            folder.toString(),
            "-c",
            configuration.toString(),
            "-e",
            "stderr"));
  }

  private static void assertThatMetricsAreThere(WebServer server, String path) throws IOException {
    assertThat(RawAnswer.to(server.port(), "GET", path, RunningProxy.NAME, Map.of(), "").text())
        .contains("# HELP");
  }

  @Test
  void publicRulesHideMetricsAndTheUserHeader() throws Exception {
    try (WebServer server = archive.also(RunningProxy.trusting());
        RunningProxy proxy = proxy("listen 443", server)) {
      assertThatMetricsAreThere(server, "/metrics");
      proxy.assertEveryoneReads();
    }
  }

  @Test
  void rulesForUsersLetNobodyElseIn() throws Exception {
    try (WebServer server = archive.also(RunningProxy.trusting());
        RunningProxy proxy = proxy("auth_basic", server)) {
      assertThatMetricsAreThere(server, "/metrics");
      proxy.assertOnlyUsersGetIn();
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
    try (WebServer server = archive.also(RunningProxy.trusting().under(new BasePath("/archive")));
        RunningProxy proxy = proxy(start, server)) {
      assertThat(proxy.get("/archive/search?q=tide").text()).contains("href=\"/archive/article/");
      assertThatMetricsAreThere(server, "/metrics");
      assertThatMetricsAreThere(server, "/archive/metrics");
      proxy.assertHidden("/archive/metrics");
      proxy.assertHidden("/archive/archive/metrics");
      proxy.assertHidden("/metrics");
    }
  }

  /** The sign-in service knows who has the cookie, and the archive says who it was told. */
  @Test
  void rulesForGroupsPassOnWhatTheSignInServiceSays() throws Exception {
    try (LocalService signIn = LocalService.answering(NginxIT::signIn);
        LocalService served = LocalService.answering(NginxIT::whoAsks);
        RunningProxy proxy =
            proxy(
                "auth_request",
                served.port(),
                rules -> rules.replace("127.0.0.1:4180", "127.0.0.1:" + signIn.port()))) {
      Map<String, String> posing = Map.of("X-Remote-Groups", "investigations");
      assertThat(proxy.ask("GET", "/search?q=tide", posing).text()).contains("please sign in");
      Map<String, String> ada =
          Map.of("Cookie", "session=ada", "X-Remote-Groups", "investigations");
      assertThat(proxy.ask("GET", "/search?q=tide", ada).text())
          .contains("ada in [staff,research]")
          .doesNotContain("investigations");
    }
  }

  private static LocalService.Answer signIn(Headers asked, String path) {
    if (!path.equals("/oauth2/auth")) {
      return new LocalService.Answer(200, Map.of(), "please sign in");
    }
    return "session=ada".equals(asked.getFirst("Cookie"))
        ? new LocalService.Answer(
            202,
            Map.of("X-Auth-Request-User", "ada", "X-Auth-Request-Groups", "staff,research"),
            "")
        : new LocalService.Answer(401, Map.of(), "");
  }

  private static LocalService.Answer whoAsks(Headers asked, String path) {
    return new LocalService.Answer(
        200,
        Map.of(),
        asked.getFirst("X-Remote-User")
            + " in "
            + asked.getOrDefault("X-Remote-Groups", List.of()));
  }
}
