package broadsheet.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.lucene.schema.IndexSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A search server in a process of its own on 127.0.0.1, which {@link PeerMeasure} compares with
 * others. All have the same heap, and the collector of their own start script. Linux only. It ends
 * with this process.
 */
abstract class Peer implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  /** The most values of a facet in Broadsheet's answers. */
  static final int VALUES = 20;

  /** The settings of the JVM that all have in common. */
  static final List<String> JVM =
      List.of(
          "-Xms1g",
          "-Xmx1g",
          // The time of a compiler thread that ends would be counted as the server's.
          "-XX:-UseDynamicNumberOfCompilerThreads",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The length of a tick of Linux's processor times. */
  private static final Duration TICK = Duration.ofMillis(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path folder;
  private final int port;
  private @Nullable Process process;

  /**
   * The time that the whole archive spans.
   *
   * @param unit the unit of the timeline: {@code day}, {@code week}, {@code month} or {@code year}
   * @param first the first day of its first bucket
   * @param last the first day of its last bucket
   */
  record Span(String unit, LocalDate first, LocalDate last) {}

  /**
   * @param folder for all its files; created
   */
  Peer(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  /** Its name and version. */
  abstract String name();

  /**
   * A search for ten hits with marks and snippets, and the exact total.
   *
   * @param isCounting whether facets and timeline are wanted
   */
  abstract HttpRequest request(String query, boolean isCounting) throws IOException;

  /** Whether it counts facets and timeline where they are wanted. */
  boolean isCounting() {
    return true;
  }

  /** The number of matching articles in the answer to a {@link #request}. */
  abstract long total(JsonNode answer);

  final Path folder() {
    return folder;
  }

  final int port() {
    return port;
  }

  /**
   * Starts Java and waits until it answers.
   *
   * @param ready the path of an address that answers once it is ready
   * @param arguments for Java, beside {@link #JVM}
   */
  final void start(String ready, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(JVM);
    command.addAll(arguments);
    start(ready, new ProcessBuilder(command));
  }

  /** Starts a program that becomes the server, and waits until it answers. */
  final void start(String ready, ProcessBuilder program) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process started = program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process = started;
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady(ready)) {
      if (!started.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(name() + " does not start:\n" + Files.readString(log));
      }
      Thread.sleep(200);
    }
  }

  private boolean isReady(String path) throws IOException, InterruptedException {
    try {
      return client.send(get(path), BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  final HttpRequest get(String path) {
    return HttpRequest.newBuilder(address(path)).timeout(PATIENCE).build();
  }

  final HttpRequest send(String method, String path, String body) {
    return HttpRequest.newBuilder(address(path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** The fields Broadsheet searches, each with the weight it has there: {@code title^1.5}. */
  static List<String> fields(String suffix) {
    return IndexSchema.DEFAULT_FIELDS.entrySet().stream()
        .map(field -> field.getKey().label() + suffix + "^" + field.getValue())
        .sorted()
        .toList();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /**
   * @throws IllegalStateException if the server refuses or fails
   */
  final JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "%s answers %s to %s: %s"
              .formatted(
                  name(), answer.statusCode(), request.uri(), new String(answer.body(), UTF_8)));
    }
    return JSON.readTree(answer.body());
  }

  /** The bytes of its index, without logs of changes. */
  final long indexBytes() throws IOException {
    long bytes = 0;
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean isIndex = folder.relativize(file).toString().matches("(.*/)?index/.*");
        bytes += isIndex ? Files.size(file) : 0;
      }
    }
    return bytes;
  }

  /** The processor time it has taken so far, without that of the JVM's compilers. */
  final Duration processorTime() throws IOException {
    Path proc = Path.of("/proc", Long.toString(Objects.requireNonNull(process).pid()));
    long ticks = ticks(proc.resolve("stat"));
    try (var tasks = Files.newDirectoryStream(proc.resolve("task"))) {
      for (Path task : tasks) {
        try {
          boolean isCompiler = Files.readString(task.resolve("comm")).matches("C[12] Comp.*\\s*");
          ticks -= isCompiler ? ticks(task.resolve("stat")) : 0;
        } catch (NoSuchFileException e) {
          // a thread that has ended
        }
      }
    }
    return TICK.multipliedBy(ticks);
  }

  /** User and system time: the 14th and 15th fields. The second field may contain blanks. */
  private static long ticks(Path stat) throws IOException {
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  @Override
  public void close() {
    client.shutdownNow();
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }
}
