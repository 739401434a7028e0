package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.BroadsheetCommand;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on the collections of an archive on a cluster, as two machines give them. */
@OnCluster
class ClusterCollectionsIT {

  private static final ArchiveCollection WIRE = new ArchiveCollection("wire");

  @TempDir private static Path folder;
  private static String location = "";

  @BeforeAll
  static void index() throws IOException {
    location = TestCluster.shared().location("parted");
    article("own", "strike");
    article("wire", "storm");
    assertThat(run("one", "index", folder.resolve("own").toString())).isZero();
    assertThat(run("one", "index", folder.resolve("wire").toString(), "--collection", WIRE.name()))
        .isZero();
  }

  private static void article(String source, String name) throws IOException {
    Path file = Files.createDirectories(folder.resolve(source)).resolve(name + ".txt");
    Files.writeString(file, "Headline of " + name + "\n\nAll about one harbour.\n");
  }

  private static int run(String machine, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", folder.resolve(machine).toString(), "--engine", location));
    return BroadsheetCommand.run(all.toArray(String[]::new));
  }

  /** Another machine updates one collection, makes it anew, and changes no other. */
  @Test
  void anyMachineWritesOneCollectionAndSearchesAll() throws IOException {
    assertThat(run("two", "search", "storm", "collection:wire")).isZero();
    assertThat(run("two", "search", "storm", "collection:archive")).isEqualTo(1);
    assertThat(run("two", "show", "wire~~storm")).isZero();
    article("wire", "flood");
    assertThat(run("two", "index", "--update", "--collection", "wire")).isZero();
    assertThat(run("two", "search", "flood")).isZero();
    assertThat(run("two", "upgrade", "--collection", "wire")).isZero();
    assertThat(run("one", "search", "storm", "collection:wire")).isZero();
    for (String command : List.of("stats", "ledger", "check")) {
      assertThat(run("two", command)).as(command).isZero();
      assertThat(run("two", command, "--collection", "wire")).as(command).isZero();
    }
    assertThat(Engines.open(Engines.place(folder.resolve("one"), location)).sources()).hasSize(1);
    assertThat(Engines.open(WIRE.in(Engines.place(folder.resolve("one"), location))).sources())
        .hasSize(1);
  }

  @Test
  void theClusterNamesTheCollections() {
    String wire = folder.resolve("wire").toString();
    assertThat(run("three", "index", wire, "--collection", "gone")).isZero();
    try (Cluster cluster = Cluster.of(Location.of(location), ClusterAccess.given())) {
      cluster.delete("parted~gone~*");
    }
    Engine engine = Engines.open(Engines.place(folder.resolve("three"), location));
    try (ArchiveCollections collections = engine.collections(Engine.TIME_LIMIT)) {
      assertThat(collections.all()).containsExactly(ArchiveCollection.FIRST, WIRE);
    }
  }
}
