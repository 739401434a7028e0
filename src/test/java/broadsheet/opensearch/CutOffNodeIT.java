package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Stress;
import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.ImaginedFiles;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A node whose connections to the others stay open and fall silent: programs that know the others
 * notice nothing, and an update is shown whole. Results are in docs/reliability.md.
 */
@OnCluster
@Isolated("cuts a node off")
@Stress
class CutOffNodeIT {

  private static final String ARCHIVE = "cut";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** The longest time for which a node that is cut off may call an earlier state the current. */
  private static final Duration STALE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private final ImaginedFiles files = new ImaginedFiles();
  private TestCluster nodes;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(
        Files.isReadable(Path.of("/proc/net/tcp")), "connections have known owners on Linux only");
    nodes = TestCluster.startCuttable();
    nodes.awaitGreen();
  }

  @AfterEach
  void end() {
    if (nodes != null) {
      nodes.close();
    }
  }

  private static void put(ImaginedFiles files, String name, int seed) {
    files.put(name, RandomArchive.of(new Random(seed), 200).toArray(Article[]::new));
  }

  private SearchEngine embedded(String name) {
    Engine embedded = new LuceneEngine(folder.resolve(name));
    files.rebuild(embedded);
    return embedded.search(LIMIT);
  }

  /** The engine of a program that knows these nodes only. */
  private Engine engine(List<Integer> known) {
    String hosts =
        known.stream()
            .map(node -> nodes.hosts().get(node).getAuthority())
            .collect(Collectors.joining(","));
    Location location = Location.of("opensearch=http://%s/%s".formatted(hosts, ARCHIVE));
    return new OpenSearchEngine(location, folder.resolve("cluster"));
  }

  /** With one replica the node that is cut off lacks a shard; with two it has all. */
  @ParameterizedTest
  @CsvSource({"false, 1", "true, 1", "false, 2", "true, 2"})
  @Timeout(600)
  void majorityGoesOnAndTheNodeIsWholeAgain(boolean isManager, int replicas, TestReporter reporter)
      throws Exception {
    put(files, "one", 1);
    put(files, "two", 2);
    files.rebuild(engine(List.of(0, 1, 2)));
    setReplicas(replicas);
    nodes.awaitGreen();
    int cut = isManager ? nodes.manager() : (nodes.manager() + 1) % 3;
    List<Integer> others = IntStream.range(0, 3).filter(node -> node != cut).boxed().toList();
    List<Integer> all = Stream.concat(Stream.of(cut), others.stream()).toList();
    SearchEngine before = embedded("before");
    put(files, "two", 3);
    SearchEngine after = embedded("after");
    try (before;
        after;
        SearchEngine majority = engine(others).search(LIMIT);
        SearchEngine whole = engine(all).search(LIMIT);
        SearchEngine lone = engine(List.of(cut)).search(LIMIT)) {
      CheckedReaders readers = new CheckedReaders(majority, List.of(before, after), "");
      CheckedReaders knowAll = new CheckedReaders(whole, List.of(before, after), "");
      LoneReader old = new LoneReader(lone, before, after);
      String times;
      try (readers;
          knowAll;
          old) {
        awaitMore(readers);
        times = cutOff(cut, others, readers, old);
      } finally {
        reporter.publishEntry(old.toString());
      }
      reporter.publishEntry(
          "manager %s, replicas %s: readers by the others: %s; by all: %s; %s; stale %s ms"
              .formatted(
                  isManager,
                  replicas,
                  counts(readers),
                  counts(knowAll),
                  times,
                  old.longestStale()));
      assertUnharmed(readers);
      assertUnharmed(knowAll);
      assertThat(old.longestStale()).isLessThan(STALE.toMillis());
      for (int node = 0; node < 3; node++) {
        try (SearchEngine one = engine(List.of(node)).search(LIMIT)) {
          assertThat(LoneReader.says(one, before, after)).as("node %d", node).isEqualTo("after");
        }
      }
    }
  }

  /** Updates while a node is cut off, then joins it. Returns the times that this took. */
  private String cutOff(int cut, List<Integer> others, CheckedReaders readers, LoneReader old) {
    nodes.links().cutOff(cut);
    old.mark("cut off");
    Instant started = Instant.now();
    files.update(engine(others));
    Duration update = Duration.between(started, Instant.now());
    old.mark("updated");
    old.setUpdated(true);
    awaitMore(readers);
    ClusterHttp.pause(STALE);
    assertThatThrownBy(() -> engine(List.of(cut)).search(LIMIT).close())
        .as("a program that starts now")
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("finds no elected cluster manager: it is cut off");
    old.setUpdated(false);
    nodes.links().join();
    old.mark("joined");
    Instant joined = Instant.now();
    nodes.awaitGreen();
    Duration green = Duration.between(joined, Instant.now());
    old.mark("green");
    ClusterHttp.pause(Duration.ofSeconds(3));
    return "update %s, green after %s".formatted(update, green);
  }

  private static void awaitMore(CheckedReaders readers) {
    long before = readers.requests();
    while (readers.requests() < before + 200) {
      ClusterHttp.pause(Duration.ofMillis(20));
    }
  }

  private static void assertUnharmed(CheckedReaders readers) {
    assertThat(readers.failures()).isEmpty();
    assertThat(readers.wrong()).isEmpty();
    assertThat(readers.partial()).isZero();
  }

  private static String counts(CheckedReaders readers) {
    return String.format(
        Locale.ROOT,
        "requests %d, failed %d, partial %d, wrong %d, slowest %d ms",
        readers.requests(),
        readers.failures().size(),
        readers.partial(),
        readers.wrong().size(),
        readers.slowestMillis());
  }

  private void setReplicas(int replicas) {
    nodes.put("/" + ARCHIVE + "-v*/_settings", "{\"number_of_replicas\":%s}".formatted(replicas));
  }
}
