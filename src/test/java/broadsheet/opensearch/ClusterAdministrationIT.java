package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EngineException;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.shard.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@OnCluster
class ClusterAdministrationIT {

  private static Cluster cluster;

  @BeforeAll
  static void start() {
    TestCluster nodes = TestCluster.shared();
    cluster = Cluster.of(Location.of(nodes.location("admin")), ClusterAccess.of(Map.of()));
  }

  @AfterEach
  void deleteIndexes() {
    cluster.indexes("admin*").forEach(index -> cluster.delete(index.name()));
  }

  private static Map<String, Object> meta(String index) {
    return cluster.indexes(index).getFirst().meta();
  }

  private static Optional<String> target() {
    return cluster.target("admin").map(ClusterIndex::name);
  }

  private static List<String> names(String names) {
    return cluster.indexes(names).stream().map(ClusterIndex::name).toList();
  }

  @Test
  void anArchiveSaysOfItselfWhatItIsTold() {
    Map<String, Object> meta =
        Map.of("format", Shard.FORMAT, "built", "2024-05-01T10:00:00Z", "sources", List.of("a"));
    cluster.create("admin-1", 2, 0, meta);
    assertThat(meta("admin-1")).isEqualTo(meta);
    cluster.putMeta("admin-1", ClusterArticles.META);
    assertThat(meta("admin-1")).isEqualTo(ClusterArticles.META);
  }

  @Test
  void anIndexIsCreatedOnce() {
    cluster.create("admin-1", 1, 0, rebuild("one"));
    assertThatThrownBy(() -> cluster.create("admin-1", 1, 0, rebuild("other")))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("already exists");
    cluster.create("admin-1", 1, 0, rebuild("one")); // as when the manager is lost meanwhile
    assertThat(meta("admin-1")).isEqualTo(rebuild("one"));
  }

  private static Map<String, Object> rebuild(String name) {
    return Map.of("format", Shard.FORMAT, "rebuild", name);
  }

  @Test
  void anAliasIsSwapped() {
    cluster.create("admin-1", 1, 0, ClusterArticles.META);
    cluster.create("admin-2", 1, 0, ClusterArticles.META);
    assertThat(target()).isEmpty();
    cluster.swapAlias("admin", Optional.empty(), "admin-1", List.of());
    assertThat(target()).contains("admin-1");
    cluster.swapAlias("admin", Optional.of("admin-1"), "admin-2", List.of());
    assertThat(target()).contains("admin-2");
    cluster.swapAlias("admin", Optional.of("admin-1"), "admin-2", List.of()); // as a retry would
    assertThat(target()).contains("admin-2");
  }

  @Test
  void anAliasIsNotTakenFromAnIndexThatDoesNotHaveIt() {
    cluster.create("admin-1", 1, 0, ClusterArticles.META);
    cluster.create("admin-2", 1, 0, ClusterArticles.META);
    assertThatThrownBy(
            () -> cluster.swapAlias("admin", Optional.of("admin-1"), "admin-2", List.of()))
        .isInstanceOf(EngineException.class);
    assertThat(target()).isEmpty();
  }

  @Test
  void indexesAreListedByTheBeginningOfTheirNames() {
    cluster.create("admin-b", 1, 0, ClusterArticles.META);
    cluster.create("admin-a", 1, 0, ClusterArticles.META);
    cluster.create("other", 1, 0, ClusterArticles.META);
    assertThat(names("admin*")).containsExactly("admin-a", "admin-b");
    assertThat(names("nothing*")).isEmpty();
    cluster.delete("other");
    cluster.delete("other");
    assertThat(names("other*")).isEmpty();
  }

  @Test
  void aNewIndexBecomesGreen() {
    cluster.create("admin-1", 3, 1, ClusterArticles.META);
    cluster.waitGreen("admin-1", Duration.ofMinutes(1));
    assertThat(cluster.health("admin-1"))
        .isEqualTo(new ClusterHealth(ClusterHealth.Status.GREEN, 3, 0));
  }

  @Test
  void everyCopyShowsWhatWasWrittenOnceTheIndexIsRefreshed() {
    cluster.create("admin-1", 1, 2, ClusterArticles.META);
    cluster.waitGreen("admin-1", Duration.ofMinutes(1));
    List<IndexedArticle> articles = ClusterArticles.of(20);
    for (int written = 1; written <= articles.size(); written++) {
      cluster.bulk("admin-1", ClusterArticles.items(articles.subList(0, written)));
      cluster.refresh("admin-1", Duration.ofMinutes(1));
      for (String anyCopy : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
        List<byte[]> counts =
            cluster.ask("admin-1", anyCopy, ClusterArticles.COUNT, Duration.ofSeconds(10));
        assertThat(ClusterArticles.sum(counts)).isEqualTo(written);
      }
    }
  }

  @Test
  void moreCopiesThanNodesAreMissed() {
    cluster.create("admin-1", 1, 3, ClusterArticles.META);
    assertThatThrownBy(() -> cluster.waitGreen("admin-1", Duration.ofSeconds(1)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(
            "copies of shards of admin-1 are missing, with 3 nodes in the cluster.")
        .hasMessageContaining("allocate");
  }

  @Test
  void aMissingIndexIsNamed() {
    assertThatThrownBy(() -> cluster.refresh("admin-none", Duration.ofMinutes(1)))
        .isInstanceOf(NoSuchIndexException.class)
        .hasMessageContaining("admin-none");
    assertThat(names("admin-none")).isEmpty();
    assertThatThrownBy(
            () -> cluster.ask("admin-none", "", ClusterArticles.COUNT, Duration.ofSeconds(5)))
        .isInstanceOf(NoSuchIndexException.class);
  }
}
