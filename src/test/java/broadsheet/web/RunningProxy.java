package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A reverse proxy with the rules that docs/deploy.md prints, in a process of its own. */
final class RunningProxy implements AutoCloseable {
  static final String NAME = "archive.example.org";

  private static final Path DOCUMENT = Path.of("docs", "deploy.md");
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
  private static final String FORM = "application/x-www-form-urlencoded";

  private final int port;
  private final Path log;
  private final Process process;

  /** Starts a program and waits until it answers. */
  RunningProxy(Path folder, int port, List<String> command) throws Exception {
    this.port = port;
    this.log = folder.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    process = builder.redirectOutput(log.toFile()).start();
    long end = System.nanoTime() + 20_000_000_000L;
    while (!answers()) {
      assertThat(process.isAlive() && System.nanoTime() < end).as(Files.readString(log)).isTrue();
      Thread.sleep(10);
    }
  }

  /** The first block of the document in a language that has some text in it. */
  static String block(String language, String text) throws IOException {
    return BLOCK
        .matcher(Files.readString(DOCUMENT))
        .results()
        .filter(found -> found.group(1).equals(language))
        .map((MatchResult found) -> found.group(2))
        .filter(block -> block.contains(text))
        .findFirst()
        .orElseThrow();
  }

  /** A program that is installed. */
  static Optional<Path> program(String name) {
    return Stream.concat(
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A server that believes proxies on this machine who a request comes from. */
  static ServerSettings trusting() {
    return ServerSettings.at("127.0.0.1", 0)
        .knownAs(URI.create("https://" + NAME))
        .behind(Set.of(InetAddress.getLoopbackAddress()), Optional.of("X-Remote-User"));
  }

  static Map<String, String> form(String name, String value) {
    return Map.of("Origin", "https://" + NAME, "Content-Type", FORM, name, value);
  }

  private boolean answers() {
    try {
      return ask("GET", "/robots.txt", Map.of()).status() > 0;
    } catch (IOException e) {
      return false;
    }
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

  /** The public rules let everyone read, and nobody pose as a user or see the metrics. */
  void assertEveryoneReads() throws IOException {
    assertThat(get("/search?q=tide").status()).isEqualTo(200);
    assertThat(get("/article/harbour-1.json").status()).isEqualTo(200);
    assertHidden("/metrics");
    assertThat(ask("POST", "/alerts", form("X-Remote-User", "ada")).status()).isEqualTo(403);
  }

  /** The rules for users let only them in, except to the feeds of their alerts. */
  void assertOnlyUsersGetIn() throws IOException {
    String password = Base64.getEncoder().encodeToString("ada:secret".getBytes(UTF_8));
    Map<String, String> ada = form("Authorization", "Basic " + password);
    assertHidden("/metrics");
    assertHidden("/search.json");
    assertHidden("/article/harbour-1");
    assertThat(ask("POST", "/alerts", form("X-Remote-User", "ada")).status()).isEqualTo(401);
    assertThat(ask("GET", "/search.json?q=tide", ada).status()).isEqualTo(200);
    RawAnswer saved = ask("POST", "/alerts", ada);
    assertThat(saved.status()).isEqualTo(303);
    String alert = "/alerts/" + URI.create(saved.header("Location").orElseThrow()).getFragment();
    assertThat(get(alert).status()).isEqualTo(401);
    assertThat(get(alert + ".atom").status()).isEqualTo(200);
    assertThat(get("/lists/x.atom").status()).isEqualTo(401);
    assertThat(ask("GET", "/metrics", ada).status()).isEqualTo(404);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
