package broadsheet.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of three OpenSearch nodes with our plugin, each a process of its own, from the files
 * that the build left. Its nodes end with the process that started it, even when that is killed.
 * Nodes have the numbers 0 to 2.
 */
public final class TestCluster implements AutoCloseable {

  private static final int NODES = 3;
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration START = Duration.ofMinutes(2);

  private static @Nullable TestCluster shared;

  private final Path folder;
  private final List<TestNode> nodes = new ArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Optional<NodeLinks> links;

  /**
   * @param home the home folder of its nodes
   * @param isCuttable whether the nodes talk to each other by proxies
   */
  private TestCluster(Path folder, Path home, boolean isCuttable) throws IOException {
    this.folder = folder;
    List<Integer> ports = freePorts(2 * NODES);
    List<Integer> own = ports.subList(0, NODES);
    links = isCuttable ? Optional.of(new NodeLinks(own, this::owner)) : Optional.empty();
    List<Integer> published = links.map(NodeLinks::ports).orElse(own);
    for (int node = 0; node < NODES; node++) {
      TestNode.Ports its = new TestNode.Ports(node, ports.get(NODES + node), own.get(node));
      nodes.add(new TestNode(home, "n" + (node + 1), its, published));
    }
  }

  /** The number of the node that connects from a local port; -1 if none does. */
  private int owner(int port) {
    return IntStream.range(0, NODES)
        .filter(node -> nodes.get(node).isOwnerOf(port))
        .findFirst()
        .orElse(-1);
  }

  /** The cluster that all tests of this process share, started now if it was not. */
  public static synchronized TestCluster shared() {
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    shared.restore();
    return shared;
  }

  /** The same, with as many shards as archives have elsewhere. */
  public static TestCluster startForUse() {
    TestCluster cluster = start();
    System.clearProperty(ShardCount.PROPERTY);
    return cluster;
  }

  /** Starts a cluster and waits until all nodes have joined. */
  public static TestCluster start() {
    try {
      Path folder = NodeFiles.newFolder();
      Path home = folder.resolve("home");
      NodeFiles.layOut(home);
      return started(folder, home, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, with nodes that {@link #links} can cut off. Needs Linux. */
  static TestCluster startCuttable() throws IOException {
    Path folder = NodeFiles.newFolder();
    Path home = folder.resolve("home");
    NodeFiles.layOut(home);
    return started(folder, home, true);
  }

  /** The same with the plugin of another build. */
  static TestCluster startWith(Path zip) throws IOException {
    Path folder = NodeFiles.newFolder();
    Path home = folder.resolve("earlier");
    NodeFiles.layOut(home, zip);
    return started(folder, home, false);
  }

  /** Archives have a shard for each node from now on, however small. */
  private static TestCluster started(Path folder, Path home, boolean isCuttable)
      throws IOException {
    System.setProperty(ShardCount.PROPERTY, Integer.toString(NODES));
    TestCluster cluster = new TestCluster(folder, home, isCuttable);
    cluster.nodes.forEach(TestNode::start);
    cluster.awaitNodes();
    return cluster;
  }

  /** The links between its nodes. */
  NodeLinks links() {
    return links.orElseThrow();
  }

  /** Restarts the nodes one by one with this build's plugin, each once the cluster is green. */
  void upgrade() throws IOException, InterruptedException {
    Path home = folder.resolve("home");
    NodeFiles.layOut(home);
    for (TestNode node : nodes) {
      awaitGreen();
      node.startFrom(home);
      awaitNodes();
    }
    awaitGreen();
  }

  /**
   * Ports below those that Linux gives to connections: a node that is killed finds its own free
   * when it starts again.
   */
  static List<Integer> freePorts(int count) {
    return ThreadLocalRandom.current()
        .ints(10_000, 32_000)
        .distinct()
        .filter(TestCluster::isFree)
        .limit(count)
        .boxed()
        .toList();
  }

  private static boolean isFree(int port) {
    try (ServerSocket _ = new ServerSocket(port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The addresses of the nodes, by their numbers. */
  public List<URI> hosts() {
    return nodes.stream().map(TestNode::address).toList();
  }

  /** The location of an archive on this cluster, as the command line takes it. */
  public String location(String archive) {
    return "opensearch=http://"
        + hosts().stream().map(URI::getAuthority).collect(Collectors.joining(","))
        + "/"
        + archive;
  }

  /** The processor time that the running nodes have taken since they were started. */
  public Duration processorTime() {
    return nodes.stream().map(TestNode::processorTime).reduce(Duration.ZERO, Duration::plus);
  }

  /** The folder in which a node keeps its data. */
  Path data(int node) {
    return nodes.get(node).data();
  }

  /** The folders of all copies of shards on all nodes. */
  public List<Path> shards() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isDirectory)
          .filter(path -> path.toString().matches(".*/indices/[^/]+/\\d+/index"))
          .toList();
    }
  }

  /** Kills a node as {@code kill -9} does. */
  public void kill(int node) throws InterruptedException {
    nodes.get(node).kill();
  }

  /** Starts a killed node again, without waiting for it. */
  public void restart(int node) {
    nodes.get(node).start();
  }

  /** Makes a node stop responding with its connections open, as a long pause does. */
  public void pause(int node) throws IOException, InterruptedException {
    nodes.get(node).pause();
  }

  /** Lets a paused node go on. */
  public void resume(int node) throws IOException, InterruptedException {
    nodes.get(node).resume();
  }

  /** The number of the node that is elected cluster manager. */
  public int manager() {
    String name = get("/_cat/cluster_manager?h=node").strip();
    return Integer.parseInt(name.substring(1)) - 1;
  }

  /** The number of an archive's shards with a copy on a node. */
  long shardsOn(int node, String archive) {
    return get("/_cat/shards/" + archive + "?h=shard,node")
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(copy -> copy[copy.length - 1].equals("n" + (node + 1)))
        .map(copy -> copy[0])
        .distinct()
        .count();
  }

  /**
   * Spreads the copies of an archive's shards, and keeps them where they are then: otherwise
   * OpenSearch may move one whenever another index comes or goes.
   *
   * @param most the most copies on a node
   */
  void spread(String archive, int most) {
    put(
        "/" + archive + "/_settings",
        """
        {"index.routing.allocation.total_shards_per_node": %s,
         "index.routing.rebalance.enable": "none"}
        """
            .formatted(most));
    awaitGreen();
  }

  /** The number of documents of an index that OpenSearch's own searches find. */
  long documents(String index) {
    String answer = get("/" + index + "/_count?preference=_primary");
    return Long.parseLong(answer.replaceFirst("(?s).*?\"count\":(\\d+).*", "$1"));
  }

  /** Starts the nodes that a failed test left killed, and waits for them. */
  void restore() {
    nodes.stream().filter(node -> !node.isRunning()).forEach(TestNode::start);
    awaitNodes();
  }

  /** Waits until all nodes are in the cluster. */
  public void awaitNodes() {
    await("/_cluster/health?wait_for_nodes=" + NODES + "&timeout=5s");
  }

  /** Waits until every shard has all its copies, and none moves. */
  public void awaitGreen() {
    await(
        "/_cluster/health?wait_for_status=green&wait_for_no_relocating_shards=true&wait_for_nodes="
            + NODES
            + "&timeout=5s");
  }

  private void await(String path) {
    Instant end = Instant.now().plus(START);
    while (!isAnswered(path)) {
      if (Instant.now().isAfter(end) || !nodes.stream().allMatch(TestNode::isRunning)) {
        throw new IllegalStateException("the cluster does not come up:\n" + allocation() + logs());
      }
      pauseABit();
    }
  }

  /** The places of the shards, and why one has no place; empty if no node answers. */
  private String allocation() {
    try {
      return get("/_cat/shards?h=index,shard,prirep,state,node,unassigned.reason")
          + get("/_cat/recovery?active_only&h=index,shard,time,type,stage,source_node,target_node")
          + get("/_cluster/allocation/explain?pretty");
    } catch (IllegalStateException e) {
      return "";
    }
  }

  private boolean isAnswered(String path) {
    try {
      return status(hosts().getFirst().resolve(path)) == 200;
    } catch (IOException e) {
      return false; // not up yet
    }
  }

  private int status(URI address) throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(START).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The answer of the first running node. */
  String get(String path) {
    for (TestNode node : nodes) {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(node.address().resolve(path)).timeout(ANSWER).build();
        return client.send(request, BodyHandlers.ofString()).body();
      } catch (IOException e) {
        // the next one
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("no node answers:\n" + logs());
  }

  /** Changes settings, or whatever else is at a path. */
  void put(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(hosts().getFirst().resolve(path))
            .timeout(START)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pauseABit() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The logs of the nodes. */
  String logs() {
    return nodes.stream()
        .map(TestNode::log)
        .map(TestCluster::read)
        .collect(Collectors.joining("\n"));
  }

  private static String read(Path log) {
    try {
      return log + ":\n" + Files.readString(log);
    } catch (IOException e) {
      return log + ": " + e.getMessage();
    }
  }

  /** Kills all nodes and deletes their files. */
  @Override
  public void close() {
    try {
      for (TestNode node : nodes) {
        node.kill();
      }
      if (links.isPresent()) {
        links.get().close();
      }
      NodeFiles.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
