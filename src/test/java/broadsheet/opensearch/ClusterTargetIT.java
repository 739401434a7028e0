package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Hit;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.lucene.shard.ShippedDocument;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The indexes on a cluster after rebuilds. */
@OnCluster
class ClusterTargetIT {

  @TempDir private Path place;

  private Cluster cluster;
  private Engine engine;

  @BeforeEach
  void open() {
    Location location = Location.of(TestCluster.shared().location("target"));
    cluster = Cluster.of(location, ClusterAccess.of(Map.of()));
    engine = new OpenSearchEngine(location, place);
  }

  @AfterEach
  void deleteIndexes() {
    names("target*").forEach(cluster::delete);
    cluster.close();
  }

  private List<String> names(String names) {
    return cluster.indexes(names).stream().map(ClusterIndex::name).toList();
  }

  private String current() {
    return cluster.target("target").orElseThrow().name();
  }

  private void rebuild(String id) {
    try (IndexingSession session = engine.rebuild()) {
      session.add("/test/file", Article.withId(id).title("Tide at the harbour").build());
      session.commit(List.of(new Source("/test", "")));
    }
  }

  /** A search saved before an update is shown is alerted; one saved after finds the articles. */
  @Test
  void stateGrowsWhenNewArticlesAreFound() {
    rebuild("first");
    try (SearchEngine searching = engine.search(Duration.ofSeconds(10))) {
      long before = searching.state();
      try (IndexingSession session = engine.update()) {
        session.add("/test/second", Article.withId("second").title("Gale").build());
        assertThat(searching.state()).isEqualTo(before);
        session.commit(List.of(new Source("/test", "")));
      }
    }
    try (SearchEngine searching = engine.search(Duration.ofSeconds(10))) {
      AlertSearch all = new AlertSearch(new QueryNode.Everything(), Filters.none(), 0);
      Hit hit = searching.search(all.request(10)).hits().getFirst();
      assertThat(hit.addedAt()).contains(Instant.ofEpochSecond(searching.state()));
    }
  }

  @Test
  void theIndexBeforeIsKeptAndOlderAndUnfinishedOnesAreNot() {
    rebuild("first");
    String oldest = current();
    rebuild("second");
    String before = current();
    String unfinished =
        "target-v%s-20240101000000000".formatted(ClusterArticles.META.get("format"));
    cluster.create(unfinished, 1, 0, ClusterArticles.META);
    cluster.create("target-v2-v9-20240101000000000", 1, 0, ClusterArticles.META);
    rebuild("third");
    assertThat(names("target-v*"))
        .containsExactlyInAnyOrder(before, current(), "target-v2-v9-20240101000000000")
        .doesNotContain(oldest, unfinished);
  }

  @Test
  void anArchiveThatWasRolledBackIsSearchedAndRebuilt() {
    rebuild("first");
    String first = current();
    rebuild("second");
    String second = current();
    cluster.swapAlias("target", Optional.of(second), first, List.of());
    assertThat(hasArticle("first")).isTrue();
    rebuild("third");
    assertThat(hasArticle("third")).isTrue();
    assertThat(names("target-v*")).containsExactly(first, current());
  }

  @Test
  void anArchiveWithMoreThanWasSentIsSentAgainByTheNextUpdate() {
    rebuild("first");
    FileRecord lost = new FileRecord("/test/lost", "", "", "", "", 0, 0, 0, 0, 0);
    ShippedDocument stray = new ShippedDocument.OfFile(lost);
    cluster.bulk(
        current(), List.of(BulkItem.write(stray.key(), stray.home(), stray.bytes())).iterator());
    update("second");
    assertThat(List.of("first", "second")).allMatch(this::hasArticle);
    assertThat(TestCluster.shared().documents(current())).isEqualTo(2);
  }

  private void update(String id) {
    try (IndexingSession session = engine.update()) {
      session.add("/test/" + id, Article.withId(id).title("Gale of the " + id).build());
      session.commit(List.of(new Source("/test", "")));
    }
  }

  private boolean hasArticle(String id) {
    try (SearchEngine searching = engine.search(Duration.ofSeconds(30))) {
      return searching.article(id).isPresent();
    }
  }
}
