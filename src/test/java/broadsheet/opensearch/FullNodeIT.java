package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Stress;
import broadsheet.article.Article;
import broadsheet.article.Positions;
import broadsheet.engine.Engine;
import broadsheet.engine.ImaginedFiles;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.LuceneEngine;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A node whose disk becomes full, with and without OpenSearch's watermarks, which stop writing
 * before that. Mounts a small disk, which needs the right to do so. Results are in
 * docs/reliability.md.
 */
@OnCluster
@Isolated("fills a disk")
@Stress
class FullNodeIT {

  private static final String ARCHIVE = "full";
  private static final int SMALL = 2;

  /** A little more than OpenSearch's shortest time between two looks at the disks. */
  private static final Duration LOOK = Duration.ofSeconds(12);

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final ImaginedFiles files = new ImaginedFiles();
  private TestCluster nodes;
  private Engine engine;

  @BeforeEach
  void start() throws Exception {
    nodes = TestCluster.start();
    nodes.kill(SMALL);
    Path disk = nodes.data(SMALL);
    boolean isMounted =
        succeeds("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk.toString());
    assumeTrue(isMounted, "no right to mount a disk here");
    nodes.restart(SMALL);
    nodes.awaitNodes();
    engine = new OpenSearchEngine(Location.of(nodes.location(ARCHIVE)), folder.resolve("cluster"));
    putBulky(0);
    files.rebuild(engine);
    nodes.awaitGreen();
  }

  @AfterEach
  void end() throws Exception {
    if (nodes != null) {
      nodes.kill(SMALL);
      succeeds("umount", nodes.data(SMALL).toString());
      nodes.close();
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void resize(String size) throws InterruptedException {
    String options = "remount,size=" + size;
    assertThat(succeeds("mount", "-o", options, nodes.data(SMALL).toString())).isTrue();
  }

  private long free() throws IOException {
    return Files.getFileStore(nodes.data(SMALL)).getUsableSpace();
  }

  /** Articles with long texts of words that are in no other, so that they take room. */
  private void putBulky(int number) {
    Random random = new Random(number);
    files.put(
        "bulky" + number,
        RandomArchive.of(random, 150).stream()
            .map(
                article ->
                    article.toBuilder()
                        .id("b" + number + "-" + article.id(), Article.IdOrigin.STATED)
                        .paragraphs(List.of(RandomArchive.WORDS.get(number % 5), words(random)))
                        .positions(Positions.NONE)
                        .build())
            .toArray(Article[]::new));
  }

  private static String words(Random random) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 300; word++) {
      text.append(Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX)).append(' ');
    }
    return text.toString();
  }

  private SearchEngine embedded(String name) {
    Engine embedded = new LuceneEngine(folder.resolve(name));
    files.rebuild(embedded);
    return embedded.search(LIMIT);
  }

  /** The other nodes have room for its shards, so OpenSearch moves them there. */
  @Test
  @Timeout(600)
  void nearlyFullDiskCostsNoUpdateWhileOthersHaveRoom(TestReporter reporter) throws Exception {
    watermarks();
    fill(1_500_000);
    ClusterHttp.pause(LOOK.multipliedBy(2));
    assertThat(update(reporter)).isNull();
    assertWholeAfterAnUpdate(reporter);
  }

  /** The node leaves the cluster, and the others go on. */
  @Test
  @Timeout(600)
  void fullDiskCostsNoUpdate(TestReporter reporter) throws Exception {
    fill(200_000);
    assertThat(update(reporter)).isNull();
    assertThat(free()).isLessThan(200_000);
    resize("200m");
    nodes.awaitNodes();
    assertWholeAfterAnUpdate(reporter);
  }

  /** Takes all but some bytes of the disk. */
  private void fill(int left) throws IOException {
    Files.write(nodes.data(SMALL).resolve("filler"), new byte[(int) free() - left]);
  }

  /** Updates under readers. Returns the failure; null if there was none. */
  private @Nullable Throwable update(TestReporter reporter) throws IOException {
    try (SearchEngine before = embedded("before")) {
      putBulky(1);
      try (SearchEngine after = embedded("after");
          SearchEngine reading = engine.search(LIMIT)) {
        CheckedReaders readers = new CheckedReaders(reading, List.of(before, after), "");
        Instant started = Instant.now();
        Throwable failure;
        Duration took;
        try (readers) {
          failure = catchThrowable(() -> files.update(engine));
          took = Duration.between(started, Instant.now());
          long asked = readers.requests();
          while (readers.requests() < asked + 100) {
            ClusterHttp.pause(Duration.ofMillis(20));
          }
        }
        reporter.publishEntry(
            "update %s: %s; partial %s of %s requests, slowest %s ms; left on the disk %s bytes%n%s"
                .formatted(
                    took,
                    failure == null ? "shown" : failure.getMessage(),
                    readers.partial(),
                    readers.requests(),
                    readers.slowestMillis(),
                    free(),
                    nodes.get("/_cat/shards/full-v*?h=shard,prirep,state,node")));
        assertThat(readers.failures()).isEmpty();
        assertThat(readers.wrong()).isEmpty();
        assertThat(readers.partial()).isZero();
        assertShows(failure == null ? after : before);
        return failure;
      }
    }
  }

  private void assertWholeAfterAnUpdate(TestReporter reporter) throws InterruptedException {
    putBulky(2);
    Instant started = Instant.now();
    files.update(engine);
    Duration took = Duration.between(started, Instant.now());
    try (SearchEngine after = embedded("whole")) {
      assertShows(after);
      reporter.publishEntry("with room, update " + took + "; " + nodes.get("/_cluster/health"));
      nodes.awaitGreen();
      assertShows(after);
    }
  }

  private void assertShows(SearchEngine expected) {
    try (SearchEngine reading = engine.search(LIMIT)) {
      CheckedReaders.assertShows(reading, expected);
    }
  }

  /** OpenSearch's own default is a share of the disk; these fit a small one beside a large one. */
  private void watermarks() throws IOException, InterruptedException {
    String body =
        """
        {"persistent": {
          "cluster.routing.allocation.disk.threshold_enabled": true,
          "cluster.routing.allocation.disk.watermark.low": "3mb",
          "cluster.routing.allocation.disk.watermark.high": "2mb",
          "cluster.routing.allocation.disk.watermark.flood_stage": "2mb",
          "cluster.info.update.interval": "10s"}}
        """;
    put("/_cluster/settings", body);
  }

  private void put(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(nodes.hosts().getFirst().resolve(path))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }
}
