package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Article;
import broadsheet.engine.ArchivePart;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.SearchEngine;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive on a cluster is written by several machines, one after the other. */
@OnCluster
class AnyMachineIT {

  private static final List<Source> SOURCES = List.of(new Source("/news", ""));

  @TempDir private Path place;

  private Location location;
  private Cluster cluster;
  private Documents settled;

  @BeforeEach
  void open() {
    location = Location.of(TestCluster.shared().location("anywhere"));
    cluster = Cluster.of(location, ClusterAccess.of(Map.of()));
    settled = Documents.of(location, ClusterAccess.of(Map.of()), location.settled());
  }

  @AfterEach
  void deleteIndexes() {
    cluster.indexes("anywhere*").forEach(index -> cluster.delete(index.name()));
    cluster.close();
  }

  private OpenSearchEngine machine(String name) {
    return new OpenSearchEngine(location, place.resolve(name));
  }

  private static void add(IndexingSession session, String path, String... ids) {
    session.begin(path);
    for (String id : ids) {
      session.add(path, Article.withId(id).title("Tide at the harbour of " + id).build());
    }
    session.end(new FileRecord(path, String.join(" ", ids), "", "", "", 1, ids.length, 0, 0, 0));
  }

  private void rebuild(String machine, String... ids) {
    try (IndexingSession session = machine(machine).rebuild()) {
      add(session, "/news/first", ids);
      session.commit(SOURCES);
    }
  }

  private void update(String machine, String path, String... ids) {
    try (IndexingSession session = machine(machine).update()) {
      add(session, path, ids);
      session.commit(SOURCES);
    }
  }

  private long articles() {
    try (SearchEngine engine = machine("reader").search(Duration.ofSeconds(10))) {
      return engine.articleCount();
    }
  }

  private String index() {
    return cluster.target("anywhere").orElseThrow().name();
  }

  @Test
  void eachUpdatesTheIndexThatAnotherBuilt() {
    rebuild("one", "a", "b");
    String index = index();
    update("two", "/news/second", "c");
    update("one", "/news/third", "d");
    update("two", "/news/second", "e", "f");
    assertThat(articles()).isEqualTo(5);
    assertThat(index()).as("nothing was sent anew").isEqualTo(index);
    try (IndexingSession session = machine("three").update()) {
      assertThat(session.known("/news/third")).isPresent();
    }
  }

  @Test
  void anUpdateNeedsAnArchive() {
    assertThatThrownBy(() -> update("one", "/news/first", "a"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Neither the cluster nor this machine has a working copy")
        .hasMessageContaining("./broadsheet index PATH --engine " + location);
  }

  @Test
  void namesAreKnownToAMachineWithoutWorkingCopy() {
    rebuild("one", "a");
    assertThat(machine("two").findsNames()).isFalse();
    try (IndexingSession session = machine("one").rebuild(NameMode.FIND)) {
      add(session, "/news/first", "a");
      session.commit(SOURCES);
    }
    assertThat(machine("two").findsNames()).isTrue();
    rebuild("one", "a", "b");
    rebuild("two", "a");
    assertThat(machine("one").findsNames()).as("a rebuild goes on with them").isTrue();
  }

  @Test
  void oneThatIsWritingKeepsOthersFromIt() {
    rebuild("one", "a");
    try (IndexingSession session = machine("one").update()) {
      add(session, "/news/second", "b");
      assertThatThrownBy(() -> update("two", "/news/third", "c"))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("Another machine is writing this archive");
      session.commit(SOURCES);
    }
    update("two", "/news/third", "c");
    assertThat(articles()).isEqualTo(3);
  }

  @Test
  void oneThatDiesIsSucceededAfterALease() {
    rebuild("one", "a");
    Duration lease = Duration.ofSeconds(3);
    ArchiveHold dead = ArchiveHold.take(settled, "dead", lease);
    dead.stopBeating();
    long start = System.nanoTime();
    ArchiveHold next = ArchiveHold.take(settled, "next", lease);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(lease);
    next.require();
    assertThatThrownBy(dead::require).isInstanceOf(EngineException.class);
    dead.close(); // does not release what it does not hold
    assertThatThrownBy(() -> ArchiveHold.take(settled, "third", lease))
        .isInstanceOf(EngineException.class);
    next.close();
    ArchiveHold.take(settled, "third", lease).close();
  }

  @Test
  void aMachineGoesOnAtOnceWhereItsOwnProcessWasKilled() {
    rebuild("one", "a");
    String holder = machine("one").settling().holder();
    ArchiveHold.take(settled, holder, ArchiveHold.LEASE).stopBeating();
    update("one", "/news/second", "b");
    assertThat(articles()).isEqualTo(2);
  }

  @Test
  void partsThatSeveralMachinesReadAreJoinedByAnother() {
    part("one", new ArchivePart(1, 2), "/news/one", "a", "b");
    assertThatThrownBy(() -> machine("three").parts())
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("2/2 is missing");
    part("two", new ArchivePart(2, 2), "/news/two", "c");
    assertThat(machine("three").parts().totals().indexed()).isEqualTo(3);
    try (IndexingSession session = machine("three").join()) {
      session.commit(SOURCES);
    }
    assertThat(articles()).isEqualTo(3);
    assertThat(place.resolve("three/parts/1-of-2")).as("needed no more").doesNotExist();
    assertThat(place.resolve("one/parts/1-of-2")).as("goes on with it").isDirectory();
    assertThat(SettledFiles.of(machine("one")).folders()).containsExactly("copy");
    update("two", "/news/later", "d");
    assertThat(articles()).isEqualTo(4);
  }

  private void part(String machine, ArchivePart part, String path, String... ids) {
    try (IndexingSession session = machine(machine).part(part, SOURCES, NameMode.NONE)) {
      add(session, path, ids);
      session.commit(SOURCES);
    }
  }

  /** A rebuild mends it. */
  @Test
  void aWorkingCopyThatTheClusterHasLostIsNamed() {
    rebuild("one", "a");
    ObjectNode blocks = JsonNodeFactory.instance.objectNode();
    blocks.putObject("exists").put("field", "file");
    settled.deleteWhere(blocks);
    for (String machine : List.of("one", "two")) {
      assertThatThrownBy(() -> update(machine, "/news/second", "b"))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("lost a part of the working copy")
          .hasMessageContaining("Build the archive again");
    }
    assertThat(articles()).isEqualTo(1);
    rebuild("two", "a", "b");
    update("one", "/news/second", "c");
    assertThat(articles()).isEqualTo(3);
  }
}
