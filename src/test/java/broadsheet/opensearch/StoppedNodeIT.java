package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.Desks;
import broadsheet.desk.Lists;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.TestArticles;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Readers hardly notice a node that stops without a word, as with {@code SIGSTOP}, while a sound
 * copy of each shard is on another.
 */
@OnCluster
@Isolated("stops nodes")
class StoppedNodeIT {

  /** The default of a server. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final Duration STOPPED = Duration.ofSeconds(Long.getLong("stopped", 2));
  private static final int ARTICLES = 40;

  /** The pages of each reader before any node is stopped. */
  private static final int FIRST_PAGES = 5;

  /**
   * The nodes that a program is told of: each alone, be it with a copy or without, and all. Of all,
   * it talks to the one that is stopped, since they are stopped in this order.
   */
  private static final List<List<Integer>> HOSTS =
      List.of(List.of(0), List.of(1), List.of(2), List.of(0, 1, 2));

  @TempDir private Path folder;

  private final TestCluster nodes = TestCluster.shared();
  private final List<SearchEngine> engines = new ArrayList<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final Map<String, Queue<Duration>> times = new ConcurrentSkipListMap<>();

  @AfterEach
  void deleteIndexes() {
    engines.forEach(SearchEngine::close);
    nodes.restore();
    try (Cluster cluster =
        Cluster.of(location("stopped", HOSTS.getLast()), ClusterAccess.of(Map.of()))) {
      cluster.indexes("stopped*").forEach(index -> cluster.delete(index.name()));
    }
  }

  private void build(String archive, int shards) {
    String kept = System.setProperty(ShardCount.PROPERTY, Integer.toString(shards));
    try {
      Location location = Location.of(nodes.location(archive));
      Engine engine = new OpenSearchEngine(location, folder.resolve(archive));
      try (IndexingSession session = engine.rebuild()) {
        for (int i = 0; i < ARTICLES; i++) {
          session.add(TestArticles.article("a" + i, "Grain of harbour " + i % 4 + ", lot " + i));
        }
        session.commit(List.of());
      }
    } finally {
      System.setProperty(ShardCount.PROPERTY, kept);
    }
  }

  private Location location(String archive, List<Integer> hosts) {
    String addresses =
        hosts.stream()
            .map(host -> nodes.hosts().get(host).getAuthority())
            .collect(Collectors.joining(","));
    return Location.of("opensearch=http://" + addresses + "/" + archive);
  }

  private Reader searching(String archive, List<Integer> hosts) {
    SearchEngine engine =
        new OpenSearchEngine(location(archive, hosts), folder.resolve(archive)).search(LIMIT);
    engines.add(engine);
    SearchRequest request =
        SearchRequest.of(QueryParser.parse("harbour lot", LocalDate.EPOCH).root());
    return new Reader(archive + " by " + hosts, hosts, () -> complaint(engine.search(request)));
  }

  /** A manager that is stopped for long cannot confirm that the archive is still the same. */
  private static String complaint(SearchResults found) {
    boolean isWhole = found.notes().stream().allMatch(Note.Plain.UNCONFIRMED::equals);
    return found.total() == ARTICLES && isWhole ? "" : found.total() + " " + found.notes();
  }

  private Reader readingLists(String archive, List<Integer> hosts) {
    Path place = folder.resolve("lists" + hosts);
    Lists lists = Desks.open(Engines.place(place, location(archive, hosts).toString())).lists();
    return new Reader(
        "lists by " + hosts, hosts, () -> lists.all("").size() == 1 ? "" : "not all lists");
  }

  /** Reads by some nodes, the first of them first. */
  private final class Reader {

    private final String name;
    private final List<Integer> hosts;
    private final Supplier<String> reading;

    /**
     * @param reading returns what is wrong; empty for nothing
     */
    Reader(String name, List<Integer> hosts, Supplier<String> reading) {
      this.name = name;
      this.hosts = hosts;
      this.reading = reading;
    }

    void warmUp() {
      for (int i = 0; i < FIRST_PAGES; i++) {
        read();
      }
      times.clear();
    }

    void read() {
      long started = System.nanoTime();
      try {
        String complaint = reading.get();
        if (!complaint.isEmpty()) {
          faults.add(name + ": " + complaint);
        }
      } catch (RuntimeException e) {
        faults.add(name + ": " + e.getMessage());
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - started);
      times.computeIfAbsent(name, _ -> new ConcurrentLinkedQueue<>()).add(taken);
    }

    void readWithout(int stopped) {
      if (hosts.size() == 1 && hosts.contains(stopped)) {
        return;
      }
      long end = System.nanoTime() + STOPPED.toNanos();
      while (System.nanoTime() < end) {
        read();
        ClusterHttp.pause(Duration.ofMillis(50));
      }
    }
  }

  /** Each node in turn is stopped, among them the manager and the one that a program talks to. */
  @Test
  void pagesAreQuickAndWhole(TestReporter reporter) throws Exception {
    List<Reader> readers = new ArrayList<>();
    for (int shards : List.of(1, 3)) {
      String archive = "stopped-" + shards;
      build(archive, shards);
      nodes.spread(archive, shards == 1 ? 1 : 2);
      for (List<Integer> hosts : HOSTS) {
        readers.add(searching(archive, hosts));
      }
    }
    String desk = "stopped-lists";
    Desks.open(Engines.place(folder, nodes.location(desk))).lists().create("", "Cocoa");
    HOSTS.forEach(hosts -> readers.add(readingLists(desk, hosts)));
    nodes.awaitGreen();
    readers.forEach(Reader::warmUp);
    for (int node = 0; node < nodes.hosts().size(); node++) {
      int stopped = node;
      nodes.pause(stopped);
      try {
        List<Thread> searching =
            readers.stream()
                .map(each -> Thread.ofPlatform().start(() -> each.readWithout(stopped)))
                .toList();
        for (Thread each : searching) {
          each.join();
        }
      } finally {
        nodes.resume(stopped);
      }
      nodes.awaitGreen();
    }
    times.forEach(
        (reader, each) ->
            reporter.publishEntry(reader, each.size() + " times, slowest " + slowest(each)));
    assertThat(faults).isEmpty();
    assertThat(times.values()).allSatisfy(each -> assertThat(slowest(each)).isLessThan(LIMIT));
    assertThat(nodes.get("/_broadsheet/stats")).containsPattern("asked_beside_late_copies\":[1-9]");
  }

  private static Duration slowest(Queue<Duration> times) {
    return Collections.max(times);
  }
}
