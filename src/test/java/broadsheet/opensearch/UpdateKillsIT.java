package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.ImaginedFiles;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.LuceneEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Updates that end at any moment, with nodes that are lost with them: each answer is that of an
 * archive rebuilt before the update or after it, with order and scores, and the next update
 * completes it. With {@code -Dstress}, 200 of them: see docs/reliability.md.
 */
@OnCluster
@Isolated("kills nodes")
class UpdateKillsIT {

  /** Each loss once, or as many as {@code docs/measured/reliability.md} says. */
  private static final int ROUNDS =
      System.getProperty("stress", "").isEmpty() ? Loss.values().length : 200;

  private static final int FILES = 6;
  private static final int ARTICLES = 40;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration SOME = Duration.ofMillis(50);

  /** The loss that ends an update. */
  private enum Loss {
    CLIENT,
    NODE,
    CLIENT_AND_NODE,
    CLIENT_AND_MANAGER
  }

  @TempDir private Path folder;

  private final TestCluster nodes = TestCluster.shared();
  private final Location location = Location.of(nodes.location("update-kills"));
  private final Cluster cluster = Cluster.of(location, ClusterAccess.of(Map.of()));
  private final ImaginedFiles files = new ImaginedFiles();
  private final long seed = Long.getLong("seed", new SecureRandom().nextInt(1_000_000_000));
  private final Random random = new Random(seed);
  private int shownWhenKilled;

  @AfterEach
  void delete() {
    nodes.restore();
    cluster.indexes("update-kills*").forEach(index -> cluster.delete(index.name()));
    cluster.close();
  }

  private void changeFiles() {
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      String name = "file" + random.nextInt(FILES);
      if (random.nextInt(5) == 0) {
        files.remove(name);
      } else {
        files.put(
            name,
            RandomArchive.of(new Random(random.nextLong()), 1 + random.nextInt(ARTICLES))
                .toArray(Article[]::new));
      }
    }
  }

  private SearchEngine embedded(String name) {
    Engine embedded = new LuceneEngine(folder.resolve(name));
    files.rebuild(embedded);
    return embedded.search(LIMIT);
  }

  @Test
  void eachAnswerShowsTheArchiveBeforeOrAfter(TestReporter reporter)
      throws InterruptedException, IOException {
    Engine engine = new OpenSearchEngine(location, folder.resolve("cluster"));
    for (int file = 0; file < FILES; file++) {
      changeFiles();
    }
    files.rebuild(engine);
    String index = cluster.target("update-kills").orElseThrow().name();
    SearchEngine before = embedded("state0");
    long requests = 0;
    List<String> wrong = new ArrayList<>();
    List<Throwable> failed = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      changeFiles();
      SearchEngine after = embedded("state" + round);
      try (SearchEngine reading = engine.search(LIMIT)) {
        CheckedReaders readers = new CheckedReaders(reading, List.of(before, after), "");
        try (readers) {
          lose(Loss.values()[round % Loss.values().length], engine);
          readers.rest(SOME); // or the node starts half as fast
          nodes.restore();
          nodes.awaitGreen();
          readers.rest(Duration.ZERO);
          files.update(engine);
        }
        requests += readers.requests();
        wrong.addAll(readers.wrong());
        failed.addAll(readers.failures());
      }
      assertShows(engine, after);
      assertNothingIsLeft(index, folder.resolve("state" + round));
      before.close();
      before = after;
      assertThat(wrong).as("seed %d, round %d", seed, round).isEmpty();
      assertThat(failed).as("seed %d, round %d", seed, round).isEmpty();
    }
    before.close();
    assertThat(cluster.target("update-kills").orElseThrow().name())
        .as("only the rebuild sends everything")
        .isEqualTo(index);
    reporter.publishEntry(
        String.format(
            Locale.ROOT,
            "seed %d: kills %d, of which %d after the update was shown; requests %d, wrong %d,"
                + " failed %d",
            seed,
            ROUNDS,
            shownWhenKilled,
            requests,
            wrong.size(),
            failed.size()));
  }

  /** Runs an update, and ends it at some moment. */
  private void lose(Loss loss, Engine engine) throws InterruptedException {
    long shown = generation();
    Thread updating =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, _) -> {}) // the end of the process
            .start(() -> files.update(engine));
    updating.join(Duration.ofMillis(random.nextInt(1_200)));
    if (loss != Loss.NODE) {
      updating.interrupt();
      updating.join();
    }
    if (loss != Loss.CLIENT) {
      nodes.kill(loss == Loss.CLIENT_AND_MANAGER ? nodes.manager() : random.nextInt(3));
    }
    if (generation() > shown) {
      shownWhenKilled++;
    }
    Thread.sleep(random.nextInt(1_000));
    updating.join();
  }

  private long generation() {
    return cluster
        .target("update-kills")
        .flatMap(index -> ArchiveState.of(index.meta()))
        .orElseThrow()
        .generation();
  }

  /** The shards hold what a rebuilt archive does, and nothing that is not shown. */
  private void assertNothingIsLeft(String index, Path rebuilt) throws IOException {
    try (Directory directory = FSDirectory.open(rebuilt);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(nodes.documents(index)).isEqualTo(reader.numDocs());
    }
  }

  private static void assertShows(Engine engine, SearchEngine expected) {
    try (SearchEngine reading = engine.search(LIMIT)) {
      CheckedReaders.assertShows(reading, expected);
    }
  }
}
