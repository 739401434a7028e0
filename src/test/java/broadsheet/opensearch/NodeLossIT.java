package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Stress;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.lucene.shard.ShardCall;
import broadsheet.lucene.staging.WorkingCopy;
import broadsheet.opensearch.desk.Entries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The effect on a client of nodes that are killed or hang. */
@OnCluster
@Isolated("kills nodes")
class NodeLossIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String INDEX = "loss-test";
  private static final String DESK = "loss-desk";
  private static final int ARTICLES = 60;

  private static TestCluster nodes;
  private static Cluster cluster;

  @BeforeAll
  static void start() {
    nodes = TestCluster.shared();
    cluster = Cluster.of(Location.of(nodes.location("loss")), ClusterAccess.of(Map.of()));
  }

  @AfterEach
  void deleteIndex() {
    nodes.restore();
    cluster.delete(INDEX);
    cluster.delete(DESK);
  }

  /** Each node has as many copies as the others. */
  private static void fill(int replicas) {
    cluster.create(INDEX, 3, replicas, ClusterArticles.META);
    nodes.spread(INDEX, 1 + replicas);
    write();
    cluster.refresh(INDEX, LIMIT);
    nodes.awaitGreen();
  }

  private static void write() {
    assertThat(cluster.bulk(INDEX, ClusterArticles.items(ClusterArticles.of(ARTICLES)))).isEmpty();
  }

  private static long count() {
    return ClusterArticles.sum(cluster.ask(INDEX, "", ClusterArticles.COUNT, LIMIT));
  }

  /** {@link ClusterEngineIT} loses the manager in each build. */
  @Test
  @Stress
  void noQuestionArticleOrNoteIsLostWithTheElectedManager(@TempDir Path temporary)
      throws InterruptedException {
    fill(1);
    Lists lists = Desks.open(Engines.place(temporary, nodes.location("loss"))).lists();
    String list = lists.create("", "Cocoa").id();
    cluster.waitGreen(DESK, Duration.ofMinutes(1));
    AtomicBoolean goOn = new AtomicBoolean(true);
    AtomicInteger answered = new AtomicInteger();
    AtomicInteger written = new AtomicInteger();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    Runnable asking =
        () -> {
          assertThat(count()).isEqualTo(ARTICLES);
          answered.incrementAndGet();
        };
    Runnable writing =
        () -> {
          write();
          written.incrementAndGet();
        };
    AtomicInteger kept = new AtomicInteger();
    Runnable keeping =
        () -> {
          ListEntry entry = Entries.entry(kept.get(), "");
          assertThat(lists.entries().put(list, List.of(entry))).isOne();
          assertThat(lists.entries().note(list, entry.article().fingerprint(), "seen")).isTrue();
          kept.incrementAndGet();
        };
    Thread keeper = repeat(keeping, goOn, failures);
    Thread asker = repeat(asking, goOn, failures);
    Thread writer = repeat(writing, goOn, failures);
    int manager = nodes.manager();
    awaitMore(answered, 20);
    awaitMore(kept, 3);
    nodes.kill(manager);
    awaitMore(answered, 50);
    awaitMore(written, 3);
    awaitMore(kept, 3);
    nodes.restart(manager);
    nodes.awaitNodes();
    awaitMore(answered, 20);
    goOn.set(false);
    asker.join();
    writer.join();
    keeper.join();
    assertThat(failures).isEmpty();
    cluster.refresh(INDEX, LIMIT);
    cluster.waitGreen(INDEX, Duration.ofMinutes(2));
    assertThat(count()).isEqualTo(ARTICLES);
    assertThat(lists.entries().of(list))
        .isEqualTo(IntStream.range(0, kept.get()).mapToObj(i -> Entries.entry(i, "seen")).toList());
  }

  private static Thread repeat(Runnable task, AtomicBoolean goOn, Queue<Throwable> failures) {
    return Thread.ofPlatform()
        .start(
            () -> {
              while (goOn.get()) {
                try {
                  task.run();
                } catch (RuntimeException | AssertionError e) {
                  failures.add(e);
                }
              }
            });
  }

  private static void awaitMore(AtomicInteger counter, int more) throws InterruptedException {
    int wanted = counter.get() + more;
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (counter.get() < wanted) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("stuck at " + counter + ", waiting for " + wanted);
      }
      Thread.sleep(20);
    }
  }

  @Test
  void aNodeThatHangsIsMissedWithinTheTimeLimitAndNamed() throws IOException, InterruptedException {
    fill(0);
    int hanging = 2;
    nodes.pause(hanging);
    try {
      Instant start = Instant.now();
      ShardAnswers part =
          cluster.askPartly(
              AskedIndex.of(INDEX),
              ClusterArticles.COUNT,
              Duration.ofSeconds(6),
              Duration.ofSeconds(3));
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
      assertThat(part.answers()).hasSize(2);
      assertThat(part.failures().values())
          .singleElement()
          .satisfies(reason -> assertThat(reason).startsWith("not within"));
      assertThatThrownBy(() -> cluster.ask(INDEX, "", ClusterArticles.COUNT, Duration.ofSeconds(4)))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("1 of 3 parts of the archive did not answer: shard ");
    } finally {
      nodes.resume(hanging);
    }
    assertThat(count()).isEqualTo(ARTICLES);
  }

  /** The check puts its question to all nodes. */
  @Test
  void programsStartWhileANodeHangs() throws IOException, InterruptedException {
    int hanging = (nodes.manager() + 1) % 3;
    nodes.pause(hanging);
    try {
      assertThat(cluster.check(WorkingCopy.FORMAT)).isEmpty();
      assertThat(cluster.protocol()).isEqualTo(ShardCall.PROTOCOL);
    } finally {
      nodes.resume(hanging);
    }
  }

  @Test
  void withTwoNodesLostTheThirdAnswersForItsShardsAndAnswersAreWholeOnceTheyAreBack()
      throws InterruptedException {
    fill(1);
    nodes.kill(1);
    nodes.kill(2);
    ShardAnswers part =
        cluster.askPartly(
            AskedIndex.of(INDEX),
            ClusterArticles.COUNT,
            Duration.ofSeconds(6),
            Duration.ofSeconds(3));
    assertThat(part.answers()).hasSize(2);
    assertThat(part.failures()).hasSize(1);
    nodes.restart(1);
    nodes.restart(2);
    nodes.awaitNodes();
    assertThat(count()).isEqualTo(ARTICLES);
  }
}
