package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Stress;
import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.ImaginedFiles;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.SameAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The effect of killed nodes and of rebuilds on readers and writers of an archive, over thousands
 * of requests. Results are in docs/distributed.md.
 */
@OnCluster
@Isolated("kills nodes")
@Stress
class ClusterStressIT {

  private static final int ARTICLES = 300;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** The source of articles that updates add; readers look at the others. */
  private static final String UPDATES = "Evening Lantern";

  @TempDir private Path folder;

  private final ImaginedFiles files = new ImaginedFiles();
  private final Location location = Location.of(TestCluster.shared().location("stress"));

  private Engine engine() {
    return new OpenSearchEngine(location, folder.resolve("cluster"));
  }

  private static Article[] base(long seed) {
    return RandomArchive.of(new Random(seed), ARTICLES).toArray(Article[]::new);
  }

  private SearchEngine embedded(String name) {
    Engine embedded = new LuceneEngine(folder.resolve(name));
    files.rebuild(embedded);
    return embedded.search(LIMIT);
  }

  @Test
  void killedNodesFailNoRequestAndLoseNothing(TestReporter reporter) throws InterruptedException {
    TestCluster nodes = TestCluster.shared();
    Engine engine = engine();
    files.put("base", base(1));
    files.rebuild(engine);
    Cluster cluster = Cluster.of(location, ClusterAccess.of(Map.of()));
    List<Duration> recoveries = new ArrayList<>();
    try (SearchEngine base = embedded("base");
        SearchEngine reading =
            new ShardedSearchEngine(new ClusterSource(cluster, location), LIMIT)) {
      CheckedReaders readers =
          new CheckedReaders(reading, List.of(base), "-source:\"%s\"".formatted(UPDATES));
      Writer writer = new Writer(engine, reading, cluster);
      Random random = new Random();
      try (readers;
          writer) {
        for (int kill = 0; kill < 6 || readers.requests() < 5_000; kill++) {
          int lost = kill % 2 == 0 ? nodes.manager() : random.nextInt(3);
          nodes.kill(lost);
          Thread.sleep(2_000 + random.nextInt(8_000));
          Instant restarted = Instant.now();
          nodes.restart(lost);
          nodes.awaitGreen();
          recoveries.add(Duration.between(restarted, Instant.now()));
          Thread.sleep(random.nextInt(3_000));
        }
      }
      reporter.publishEntry(
          String.format(
              Locale.ROOT,
              "kills %s, requests %s, failed %s, partial %s, wrong %s, retried %s, slowest %s ms;"
                  + " writes %s, failed %s, slowest %s ms, shown again by %s of %s reads;"
                  + " green again after %s",
              recoveries.size(),
              readers.requests(),
              readers.failures().size(),
              readers.partial(),
              readers.wrong().size(),
              cluster.retries(),
              readers.slowestMillis(),
              writer.writes.get(),
              writer.failures.size(),
              writer.slowestMillis.get(),
              writer.reads.get() - writer.stale.get(),
              writer.reads.get(),
              recoveries));
      assertThat(readers.failures()).isEmpty();
      assertThat(readers.wrong()).isEmpty();
      assertThat(readers.partial()).isZero();
      assertThat(writer.failures).isEmpty();
      assertThat(writer.stale).hasValue(0);
      assertThat(Duration.ofMillis(writer.slowestMillis.get())).isLessThan(Duration.ofSeconds(90));
      files.update(engine);
    }
    try (SearchEngine expected = embedded("all");
        SearchEngine actual = engine.search(LIMIT)) {
      SameAnswers.assertSameButForScores(expected, actual, List.of(everything(SortOrder.NEWEST)));
    }
  }

  /** Rebuilds the archive ten times, each time from the other of two. */
  private void rebuild(Engine engine, CheckedReaders started) {
    try (CheckedReaders readers = started) {
      for (int rebuild = 0; rebuild < 10; rebuild++) {
        long before = readers.requests();
        files.put("base", base(rebuild % 2 == 0 ? 3 : 2));
        files.rebuild(engine);
        while (readers.requests() < before + 2_000 && readers.failures().isEmpty()) {
          ClusterHttp.pause(Duration.ofMillis(50));
        }
      }
    }
  }

  private static SearchRequest everything(SortOrder sort) {
    return new SearchRequest(new QueryNode.Everything(), Filters.none(), sort, 1, 100);
  }

  /**
   * Adds, replaces and removes files of articles, one write after the other. Reads the result of
   * each update many times, from any copy, before the next one.
   */
  private final class Writer implements AutoCloseable {

    private static final int READS = 20;
    private static final int FILES = 4;

    private final Engine engine;
    private final SearchEngine reading;
    private final Cluster cluster;
    private final Thread thread;
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong slowestMillis = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong stale = new AtomicLong();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean goOn = true;

    Writer(Engine engine, SearchEngine reading, Cluster cluster) {
      this.engine = engine;
      this.reading = reading;
      this.cluster = cluster;
      thread = Thread.ofPlatform().name("writer").start(this::write);
    }

    private void write() {
      for (int write = 0; goOn; write++) {
        boolean isRemoval = write % 7 == 3;
        boolean isRebuild = write % 4 == 3;
        change(write, isRemoval);
        long start = System.nanoTime();
        try {
          if (isRebuild) {
            files.rebuild(engine);
          } else {
            files.update(engine);
          }
          slowestMillis.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
          awaitGeneration();
          if (!isRebuild) {
            readAgain(update(isRemoval ? write - FILES : write, 0).id(), !isRemoval);
          }
        } catch (RuntimeException e) {
          failures.add(e);
        }
        writes.incrementAndGet();
      }
    }

    /** Returns once readers have noticed the new state, which takes half a second. */
    private void awaitGeneration() {
      long newest =
          cluster
              .target(location.archive())
              .flatMap(index -> ArchiveState.of(index.meta()))
              .orElseThrow()
              .generation();
      for (int look = 0; look < 1_000 && reading.status().generation() < newest; look++) {
        ClusterHttp.pause(Duration.ofMillis(20));
      }
    }

    private void change(int write, boolean isRemoval) {
      String file = "update" + write % FILES;
      if (isRemoval) {
        files.remove(file);
      } else {
        files.put(file, update(write, 0), update(write, 1));
      }
    }

    private void readAgain(String id, boolean isThere) {
      for (int read = 0; read < READS; read++) {
        reads.incrementAndGet();
        if (reading.article(id).isPresent() != isThere) {
          stale.incrementAndGet();
        }
      }
    }

    private static Article update(int write, int article) {
      return Article.withId("u%s-%s".formatted(write, article))
          .title("Tide table %s of %s".formatted(article, write))
          .source(UPDATES)
          .build();
    }

    @Override
    public void close() {
      goOn = false;
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void rebuildsFailNoRequestAndMixNoAnswers(TestReporter reporter) {
    Engine engine = engine();
    files.put("base", base(2));
    files.rebuild(engine);
    try (SearchEngine one = embedded("one")) {
      files.put("base", base(3));
      try (SearchEngine other = embedded("other");
          SearchEngine reading = engine.search(LIMIT)) {
        CheckedReaders readers = new CheckedReaders(reading, List.of(one, other), "");
        rebuild(engine, readers);
        reporter.publishEntry(
            String.format(
                Locale.ROOT,
                "rebuilds 10, requests %s, failed %s, partial %s, wrong %s, slowest %s ms",
                readers.requests(),
                readers.failures().size(),
                readers.partial(),
                readers.wrong().size(),
                readers.slowestMillis()));
        assertThat(readers.failures()).isEmpty();
        assertThat(readers.wrong()).isEmpty();
        assertThat(readers.partial()).isZero();
      }
    }
  }

  @Test
  void withTwoOfThreeNodesLostAnswersSaySoAndAreWholeOnceTheyAreBack(TestReporter reporter)
      throws InterruptedException {
    TestCluster nodes = TestCluster.shared();
    Engine engine = engine();
    files.put("base", base(4));
    files.rebuild(engine);
    Duration limit = Duration.ofSeconds(6);
    SearchRequest request = everything(SortOrder.NEWEST);
    Cluster cluster = Cluster.of(location, ClusterAccess.of(Map.of()));
    List<Duration> recoveries = new ArrayList<>();
    try (cluster;
        SearchEngine reading = engine.search(limit)) {
      SearchResults whole = reading.search(request);
      nodes.awaitGreen();
      for (int loss = 0; loss < 5; loss++) {
        List<Integer> lost = List.of(loss % 3, (loss + 1) % 3);
        long held = nodes.shardsOn((loss + 2) % 3, "stress");
        for (int node : lost) {
          nodes.kill(node);
        }
        Instant asked = Instant.now();
        SearchResults part = reading.search(request);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(limit.plusSeconds(2));
        if (held < 3) {
          assertThat(part.completeness()).isEqualTo(Completeness.PART_UNREACHABLE);
          assertThat(part.notes()).contains(new Note.PartUnreachable((int) held, 3));
          assertThat(part.total()).isBetween(1L, whole.total() - 1);
        } else {
          assertThat(part.total()).isEqualTo(whole.total());
        }
        Instant restarted = Instant.now();
        lost.forEach(nodes::restart);
        nodes.awaitGreen();
        recoveries.add(Duration.between(restarted, Instant.now()));
        assertThat(reading.search(request).total()).isEqualTo(whole.total());
      }
    }
    reporter.publishEntry("two of three nodes lost; green again after " + recoveries);
  }

  @Test
  void killedRebuildsLeaveTheArchiveAsItWasAndNothingElseAfterTheNext(TestReporter reporter)
      throws Exception {
    Engine engine = engine();
    files.put("base", base(5));
    files.rebuild(engine);
    Random random = new Random();
    try (Cluster cluster = Cluster.of(location, ClusterAccess.of(Map.of()));
        SearchEngine reading = engine.search(LIMIT)) {
      long articles = reading.articleCount();
      int unfinished = 0;
      for (int kill = 0; kill < 10; kill++) {
        int before = cluster.indexes("stress-v*").size();
        Process rebuild = Rebuild.start(location, folder.resolve("cluster"));
        while (cluster.indexes("stress-v*").size() == before && rebuild.isAlive()) {
          ClusterHttp.pause(Duration.ofMillis(20));
        }
        ClusterHttp.pause(Duration.ofMillis(random.nextInt(1_500)));
        rebuild.destroyForcibly().waitFor();
        unfinished +=
            (int)
                cluster.indexes("stress-v*").stream()
                    .filter(index -> ArchiveState.of(index.meta()).isEmpty())
                    .count();
        assertThat(reading.search(everything(SortOrder.NEWEST)).completeness())
            .isEqualTo(Completeness.WHOLE);
        files.rebuild(engine);
        assertThat(cluster.indexes("stress-v*")).hasSize(2);
      }
      reporter.publishEntry(
          "rebuilds killed 10, of which " + unfinished + " left an unfinished index");
      assertThat(unfinished).isPositive();
      ClusterHttp.pause(Duration.ofSeconds(2));
      assertThat(reading.articleCount()).isEqualTo(articles);
    }
  }
}
