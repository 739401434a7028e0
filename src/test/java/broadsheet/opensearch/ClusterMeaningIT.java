package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import broadsheet.cli.BroadsheetCommand;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.Vectors;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.lucene.shards.MeaningContract;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Search by meaning on a cluster finds what it finds in one index, to the last bit. */
@OnCluster
@Isolated("counts on the same copies answering")
class ClusterMeaningIT extends MeaningContract {

  /** Decisions of this project to embed by a real model. */
  private static final int TEXTS = 20;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private OpenSearchEngine cluster() {
    return ClusterPlaces.at(folder.resolve("cluster"));
  }

  @Override
  protected Engine engine() {
    return cluster();
  }

  @Override
  protected SearchEngine search(EmbeddingModels known) {
    return new ShardedSearchEngine(source(), () -> known, LIMIT);
  }

  private ClusterSource source() {
    Location location = cluster().location();
    return new ClusterSource(Cluster.of(location, ClusterAccess.of(Map.of())), location);
  }

  private Vectors.Report update() {
    return cluster().vectors().update(EmbeddingModels.of(model()), (_, _) -> {});
  }

  private Process worker() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PassageWorker.class.getName(),
            cluster().location().toString(),
            folder.resolve("worker").toString())
        .inheritIO()
        .start();
  }

  private long passages() {
    Location location = cluster().location();
    try (Cluster cluster = Cluster.of(location, ClusterAccess.of(Map.of()))) {
      if (!cluster.indexes(location.meaning()).isEmpty()) {
        cluster.refresh(location.meaning(), LIMIT);
      }
    }
    return cluster().vectors().check();
  }

  @Test
  void killedWorkersAreContinuedAndTwoAtOnceMakeNothingTwice() throws Exception {
    index();
    for (int kill = 1; kill <= 2; kill++) {
      long before = passages();
      Process killed = worker();
      while (passages() <= before) {
        assertThat(killed.isAlive()).isTrue();
      }
      killed.destroyForcibly().waitFor();
    }
    long some = passages();
    List<Process> workers = List.of(worker(), worker());
    for (Process each : workers) {
      assertThat(each.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(each.exitValue()).isZero();
    }
    Vectors.Report report = update();
    assertThat(report.articles()).isZero();
    assertThat(report.unchanged()).isEqualTo(ARTICLES);
    assertThat(passages()).isGreaterThan(some).isEqualTo(model().texts().get());
    same(request("vessel stoppage"));
  }

  @Test
  void vectorsOfARealModelGiveTheSameBits() throws IOException {
    assumeThat(EmbeddingModels.installed().all()).as("models").isNotEmpty();
    List<String> texts;
    try (Stream<Path> decisions = Files.list(Path.of("docs", "decisions"))) {
      texts = decisions.map(Path::toString).sorted().limit(TEXTS).toList();
    }
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    String location = cluster().location().toString();
    assertThat(run(texts, "index", "--semantic", "--index", one.toString())).isZero();
    assertThat(run(texts, "index", "--index", two.toString(), "--engine", location)).isZero();
    List<String> none = List.of();
    assertThat(
            run(none, "index", "--vectors-only", "--index", two.toString(), "--engine", location))
        .isZero();
    List<Note> all = new ArrayList<>();
    try (SearchEngine embedded = Engines.open(one).search(LIMIT);
        SearchEngine clustered = Engines.open(Engines.place(two, location)).search(LIMIT)) {
      for (String query :
          List.of(
              "why are scores the same",
              "how is damage to files noticed",
              "picture of a newspaper page",
              "who may read what I wrote down",
              "vector search source:decisions")) {
        SearchResults found = clustered.search(request(query));
        SearchResults expected = embedded.search(request(query));
        assertThat(found.hits()).as(query).isEqualTo(expected.hits());
        assertThat(found.notes()).as(query).isEqualTo(expected.notes());
        all.addAll(found.notes());
        assertThat(clustered.rank(request(query), TEXTS))
            .isEqualTo(embedded.rank(request(query), TEXTS));
      }
    }
    assertThat(all).hasAtLeastOneElementOfType(Note.ByMeaning.class);
    assertThat(run(none, "check", "--index", two.toString(), "--engine", location)).isZero();
  }

  private static int run(List<String> paths, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(1, paths);
    return BroadsheetCommand.run(all.toArray(String[]::new));
  }

  @Test
  void withoutItsIndexASearchIsByWordsAndWithItOneCall() throws Exception {
    index();
    assertNote(request("vessel harbour"), "This index has no vectors");
    update();
    same(request("vessel harbour"));
    Location location = cluster().location();
    try (ClusterView view = new ClusterView(TestCluster.shared(), location.archive());
        Cluster cluster = Cluster.of(location, ClusterAccess.of(Map.of()));
        SearchEngine engine = search(EmbeddingModels.of(model()))) {
      long before = questions(view);
      assertThat(engine.search(request("vessel")).total()).isPositive();
      assertThat(questions(view) - before).isEqualTo(1);
      cluster.delete(location.meaning());
      assertThat(Note.texts(engine.search(request("vessel")).notes()))
          .anyMatch(note -> note.startsWith("Not searched by meaning"));
    }
    assertNote(request("vessel harbour"), "This index has no vectors");
  }

  /** The questions that clients put to all nodes so far. */
  private static long questions(ClusterView view) throws IOException, InterruptedException {
    long questions = 0;
    for (JsonNode node : view.get("/_broadsheet/stats").path("nodes")) {
      questions += node.path("questions").path("answered").asLong();
      questions += node.path("questions").path("failed").asLong();
    }
    return questions;
  }
}
