package broadsheet.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules for Caddy in docs/deploy.md hold. */
class CaddyIT {
  private static final String GLOBAL = "{\nadmin off\nauto_https off\n}\n";

  /** The password {@code secret} at the least cost. */
  private static final String HASH = "$2a$04$abcdefghijklmnopqrstuu2r9OfJnfCsdneAXAGHnS4UpFFP8WIrW";

  @SuppressWarnings("NullAway.Init")
  @AutoClose
  private static TestServer archive;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(RunningProxy.program("caddy").isPresent(), "Caddy is not installed");
    archive = TestServer.over(SampleArticles.all());
  }

  private RunningProxy proxy(String text, WebServer server) throws Exception {
    int port = RunningProxy.freePort();
    String rules =
        RunningProxy.block("caddy", text)
            .replace(RunningProxy.NAME + " {", "http://:" + port + " {\nbind 127.0.0.1")
            .replace("$2a$14$...", HASH)
            .replace("127.0.0.1:7070", "127.0.0.1:" + server.port());
    Path file = Files.writeString(folder.resolve("Caddyfile"), GLOBAL + rules);
    return new RunningProxy(
        folder,
        port,
        List.of(
            RunningProxy.program("caddy").orElseThrow().toString(),
            "run",
            "--adapter",
            "caddyfile",
            "--config",
            file.toString()));
  }

  @Test
  void publicRulesHideMetricsAndTheUserHeader() throws Exception {
    try (WebServer server = archive.also(RunningProxy.trusting());
        RunningProxy proxy = proxy("header_up -X-Remote-User", server)) {
      proxy.assertEveryoneReads();
    }
  }

  @Test
  void rulesForUsersLetNobodyElseIn() throws Exception {
    try (WebServer server = archive.also(RunningProxy.trusting());
        RunningProxy proxy = proxy("basicauth", server)) {
      proxy.assertOnlyUsersGetIn();
    }
  }
}
