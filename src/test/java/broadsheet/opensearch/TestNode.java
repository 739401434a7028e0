package broadsheet.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One node of a {@link TestCluster}: a process, its folder and its ports. */
final class TestNode {

  private Path home;
  private final Path folder;
  private final int httpPort;
  private @Nullable Process process;

  /**
   * @param home the home folder as {@link NodeFiles#layOut} lays it out
   * @param name the name of the node, and of its folder beside {@code home}
   * @param ports its ports
   * @param published the ports that the nodes of the cluster publish, by their numbers
   */
  TestNode(Path home, String name, Ports ports, List<Integer> published) throws IOException {
    this.home = home;
    httpPort = ports.http();
    folder = Files.createDirectories(home.resolveSibling(name));
    String seeds =
        String.join(", ", published.stream().map(port -> "\"127.0.0.1:" + port + "\"").toList());
    Files.writeString(
        folder.resolve("opensearch.yml"),
        """
        cluster.name: broadsheet
        cluster.initial_cluster_manager_nodes: [ n1 ]
        # A busy machine needs longer for an election; a lost connection is noticed at once all the same.
        cluster.election.duration: 10s
        cluster.join.timeout: 120s
        cluster.publish.timeout: 60s
        cluster.routing.allocation.disk.threshold_enabled: false
        # Tests make archives at the same time, and most copies of shards first wait a second for the state.
        cluster.routing.allocation.node_concurrent_recoveries: 12
        discovery.seed_hosts: [ %s ]
        node.name: %s
        path.data: %s
        path.repo: %s
        network.host: 127.0.0.1
        http.port: %s
        transport.port: %s
        transport.publish_port: %s
        """
            .formatted(
                seeds,
                name,
                folder.resolve("data"),
                home.resolveSibling("snapshots"),
                httpPort,
                ports.transport(),
                published.get(ports.number())));
  }

  /**
   * The ports of a node.
   *
   * @param number the number of the node, from 0
   * @param http the port for clients
   * @param transport the port that it listens on for other nodes
   */
  record Ports(int number, int http, int transport) {}

  /** Whether a connection from this local port is the node's; false where that cannot be told. */
  boolean isOwnerOf(int port) {
    if (process == null) {
      return false;
    }
    Path open = Path.of("/proc", String.format(Locale.ROOT, "%d", process.pid()), "fd");
    try (Stream<String> connections = Files.lines(Path.of("/proc/net/tcp"));
        Stream<String> more = Files.lines(Path.of("/proc/net/tcp6"));
        Stream<Path> files = Files.list(open)) {
      String local = String.format(Locale.ROOT, ":%04X", port);
      Set<String> sockets =
          Stream.concat(connections, more)
              .map(line -> line.strip().split("\\s+", -1))
              .filter(columns -> columns[1].endsWith(local))
              .map(columns -> "socket:[" + columns[9] + "]")
              .collect(Collectors.toSet());
      return files.map(TestNode::target).anyMatch(sockets::contains);
    } catch (IOException e) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed
    }
  }

  /** Its address. */
  URI address() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  /** Its folder, with {@code opensearch.yml}. */
  Path folder() {
    return folder;
  }

  /** The folder of its data, with Lucene's indexes in it. */
  Path data() {
    return folder.resolve("data");
  }

  /** Starts the process, and does not wait for the node to be ready. */
  void start() {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(NodeFiles.arguments(home, folder));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The output of the node: its log and, if it ended, the reason. */
  Path log() {
    return folder.resolve("node.log");
  }

  /** The processor time that it has taken since it was started; zero if it was not. */
  Duration processorTime() {
    return Optional.ofNullable(process)
        .flatMap(started -> started.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Kills it as {@code kill -9} does, and waits until it is gone. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("cannot kill node " + process.pid());
      }
    }
  }

  /** Ends it as an operator does, and starts it from another home folder with the same data. */
  void startFrom(Path other) throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("cannot stop node " + process.pid());
      }
    }
    home = other;
    start();
  }

  /** Stops it in the middle of its work, with its connections open. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on after {@link #pause}. */
  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    if (process == null) {
      throw new IllegalStateException("not started");
    }
    String pid = String.format(Locale.ROOT, "%d", process.pid());
    new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
  }
}
