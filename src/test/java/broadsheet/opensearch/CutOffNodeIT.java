package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Stress;
import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.ImaginedFiles;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.SearchAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneEngine;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private static final SearchRequest ALL =
      new SearchRequest(new QueryNode.Everything(), Filters.none(), SortOrder.NEWEST, 1, 100);

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

  /** Without a replica more, the node that is cut off lacks a shard; with it, it has all. */
  @ParameterizedTest
  @CsvSource({"false, 2", "true, 2"})
  @Timeout(600)
  void majorityGoesOnAndTheNodeIsWholeAgain(boolean isManager, int replicas, TestReporter reporter)
      throws Exception {
    Engine all = engine(List.of(0, 1, 2));
    put(files, "one", 1);
    put(files, "two", 2);
    files.rebuild(all);
    setReplicas(replicas);
    nodes.awaitGreen();
    int cut = isManager ? nodes.manager() : (nodes.manager() + 1) % 3;
    List<Integer> others = IntStream.range(0, 3).filter(node -> node != cut).boxed().toList();
    SearchEngine before = embedded("before");
    put(files, "two", 3);
    SearchEngine after = embedded("after");
    try (before;
        after;
        SearchEngine reading = engine(others).search(LIMIT);
        SearchEngine readingAll = engine(List.of(cut, others.get(0), others.get(1))).search(LIMIT);
        SearchEngine lone = engine(List.of(cut)).search(LIMIT)) {
      CheckedReaders readers = new CheckedReaders(reading, List.of(before, after), "");
      CheckedReaders knowAll = new CheckedReaders(readingAll, List.of(before, after), "");
      LoneReader old = new LoneReader(lone, before, after);
      Duration update;
      Duration green;
      try (readers;
          knowAll;
          old) {
        while (readers.requests() < 200) {
          ClusterHttp.pause(Duration.ofMillis(20));
        }
        nodes.links().cutOff(cut);
        old.mark("cut");
        Instant started = Instant.now();
        files.update(engine(others));
        update = Duration.between(started, Instant.now());
        old.mark("updated");
        old.setUpdated(true);
        long shown = readers.requests();
        while (readers.requests() < shown + 200) {
          ClusterHttp.pause(Duration.ofMillis(20));
        }
        ClusterHttp.pause(Duration.ofSeconds(20));
        old.mark("late");
        reporter.publishEntry("opened anew: " + opened(cut, before, after));
        old.setUpdated(false);
        nodes.links().join();
        Instant joined = Instant.now();
        old.mark("joined");
        nodes.awaitGreen();
        green = Duration.between(joined, Instant.now());
        ClusterHttp.pause(Duration.ofSeconds(2));
        old.mark("green");
        ClusterHttp.pause(Duration.ofSeconds(3));
      } finally {
        reporter.publishEntry(old.toString());
      }
      reporter.publishEntry(
          String.format(
              Locale.ROOT,
              "manager %s, replicas %d: requests %d, failed %d, partial %d, wrong %d, slowest %d"
                  + " ms; update %d ms; green after %d ms",
              isManager,
              replicas,
              readers.requests(),
              readers.failures().size(),
              readers.partial(),
              readers.wrong().size(),
              readers.slowestMillis(),
              update.toMillis(),
              green.toMillis(),
              old.longestStale()));
      for (CheckedReaders each : List.of(readers, knowAll)) {
        assertThat(each.failures()).isEmpty();
        assertThat(each.wrong()).isEmpty();
        assertThat(each.partial()).isZero();
      }
      assertThat(old.longestStale()).isLessThan(STALE.toMillis());
      for (int node = 0; node < 3; node++) {
        try (SearchEngine one = engine(List.of(node)).search(LIMIT)) {
          assertThat(LoneReader.says(one, before, after)).as("node %d", node).isEqualTo("after");
        }
      }
    }
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

  private String opened(int node, SearchEngine before, SearchEngine after) {
    long start = System.nanoTime();
    String said;
    try (SearchEngine fresh = engine(List.of(node)).search(LIMIT)) {
      said = LoneReader.says(fresh, before, after);
    } catch (EngineException e) {
      said = e.getMessage();
    }
    return said + " after " + (System.nanoTime() - start) / 1_000_000 + " ms";
  }

  private void setReplicas(int replicas) throws IOException, InterruptedException {
    URI settings = nodes.hosts().getFirst().resolve("/" + ARCHIVE + "-v*/_settings");
    String body = "{\"number_of_replicas\":%d}".formatted(replicas);
    HttpRequest request =
        HttpRequest.newBuilder(settings)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  /** A reader who knows one node only, and notes each answer with its time. */
  private static final class LoneReader implements AutoCloseable {

    private final Thread thread;
    private final long started = System.nanoTime();
    private final List<String> said = new ArrayList<>();
    private volatile boolean goOn = true;
    private String last = "";
    private long updated;
    private long longestStale;

    LoneReader(SearchEngine engine, SearchEngine before, SearchEngine after) {
      thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (goOn) {
                      long asked = System.nanoTime();
                      String answer = says(engine, before, after);
                      hear(answer, asked);
                      ClusterHttp.pause(Duration.ofMillis(100));
                    }
                  });
    }

    static String says(SearchEngine engine, SearchEngine before, SearchEngine after) {
      try {
        SearchResults found = engine.search(ALL);
        String notes = found.notes().isEmpty() ? "" : " " + found.notes();
        return isSame(found, before)
            ? "before" + notes
            : (isSame(found, after) ? "after" : "other " + found.total()) + notes;
      } catch (EngineException e) {
        return e.getMessage();
      }
    }

    private static boolean isSame(SearchResults found, SearchEngine state) {
      SearchResults expected = state.search(ALL);
      return found.total() == expected.total()
          && SearchAnswers.ids(found).equals(SearchAnswers.ids(expected));
    }

    private synchronized void hear(String answer, long asked) {
      if (updated > 0 && asked > updated && answer.equals("before")) {
        longestStale = (asked - updated) / 1_000_000;
      }
      if (!answer.equals(last)) {
        last = answer;
        long now = System.nanoTime();
        said.add(
            "%d ms (asked %d): %s"
                .formatted((now - started) / 1_000_000, (asked - started) / 1_000_000, answer));
      }
    }

    /** Sets whether the archive has another state that the node cannot know. */
    synchronized void setUpdated(boolean isUpdated) {
      updated = isUpdated ? System.nanoTime() : 0;
    }

    /** How long after the update the last question was put that the node answered as before. */
    synchronized long longestStale() {
      return longestStale;
    }

    synchronized void mark(String event) {
      last = "";
      said.add("%d ms -- %s".formatted((System.nanoTime() - started) / 1_000_000, event));
    }

    @Override
    public void close() throws InterruptedException {
      goOn = false;
      thread.join();
    }

    @Override
    public synchronized String toString() {
      return String.join(System.lineSeparator(), said);
    }
  }
}
