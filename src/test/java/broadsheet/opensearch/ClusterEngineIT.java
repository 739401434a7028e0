package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The effect on readers of a node that is killed while an archive is searched and changed. */
@OnCluster
@Isolated("kills nodes")
class ClusterEngineIT {

  private static final int ARTICLES = 120;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static void index(IndexingSession session, String file, List<Article> articles) {
    try (session) {
      session.begin(file);
      articles.forEach(article -> session.add(file, article));
      session.end(new FileRecord(file, file, "", "", "", 1, articles.size(), 0, 0, 0));
      session.commit(List.of(new Source("/news", "")));
    }
  }

  /** Every article once: no two are the same, and each has an id of its own. */
  private static List<Article> articles(int from, int count) {
    List<Article> some = RandomArchive.of(new Random(from), count);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                some.get(i).toBuilder()
                    .id("n" + (from + i), Article.IdOrigin.STATED)
                    .title("Number " + (from + i))
                    .build())
        .toList();
  }

  @Test
  void noSearchExportUpdateOrRebuildIsLostWithANode(@TempDir Path place)
      throws InterruptedException {
    TestCluster nodes = TestCluster.shared();
    Engine engine = ClusterPlaces.at(place);
    index(engine.rebuild(), "/news/a", articles(0, ARTICLES));
    AtomicBoolean goOn = new AtomicBoolean(true);
    AtomicInteger answered = new AtomicInteger();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    Queue<SearchResults> parts = new ConcurrentLinkedQueue<>();
    try (SearchEngine reading = engine.search(LIMIT)) {
      long built = reading.status().generation();
      Thread reader =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (goOn.get()) {
                      try {
                        read(reading, parts);
                        answered.incrementAndGet();
                      } catch (RuntimeException | AssertionError e) {
                        failures.add(e);
                      }
                    }
                  });
      int lost = nodes.manager();
      nodes.kill(lost);
      index(engine.update(), "/news/b", articles(1_000, 10));
      nodes.restart(lost);
      nodes.awaitNodes();
      index(engine.rebuild(), "/news/a", articles(0, ARTICLES));
      awaitGeneration(reading, built + 2); // it looks for another state twice a second
      int before = answered.get();
      while (answered.get() < before + 10 && failures.isEmpty()) {
        Thread.sleep(50);
      }
      goOn.set(false);
      reader.join();
      assertThat(failures).isEmpty();
      assertThat(parts).isEmpty();
      assertThat(reading.articleCount()).isEqualTo(ARTICLES);
    }
  }

  private static void awaitGeneration(SearchEngine engine, long generation)
      throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (engine.status().generation() < generation) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  /** One search and one export; each must be of one state. */
  private static void read(SearchEngine engine, Queue<SearchResults> parts) {
    SearchResults all = engine.search(SearchRequest.of(new QueryNode.Everything()).unfolded());
    if (all.completeness() != Completeness.WHOLE) {
      parts.add(all);
    }
    assertThat(all.total()).isBetween((long) ARTICLES, ARTICLES + 10L);
    AtomicInteger exported = new AtomicInteger();
    engine.export(
        SearchRequest.of(new QueryNode.Everything()).unfolded(),
        article -> exported.incrementAndGet());
    assertThat(exported.get()).isBetween(ARTICLES, ARTICLES + 10);
  }
}
