package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.Terminal;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.ledger.WatchState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedCollectionsTest {

  private static final ArchiveCollection AFP = new ArchiveCollection("afp");

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final PrintWriter err = new PrintWriter(new StringWriter());

  private void build(Path index, Path source) throws Exception {
    Files.createDirectories(source);
    Files.writeString(source.resolve("first.txt"), "Grain prices\n\nfell in the harbour.");
    Indexing.rebuild(index, List.of(source)).run(new IndexingLog(err, Terminal.display()));
  }

  @Test
  void eachCollectionFollowsItsOwnFiles(@TempDir Path folder) throws Exception {
    Path index = folder.resolve("index");
    Path agency = folder.resolve("agency");
    Path own = folder.resolve("own");
    build(index, own);
    build(AFP.in(index), agency);
    try (ArchiveCollections collections = Engines.open(index).collections(Engine.TIME_LIMIT);
        SearchEngine first = collections.search(Set.of(ArchiveCollection.FIRST));
        SearchEngine second = collections.search(Set.of(AFP));
        WatchedCollections watched = WatchedCollections.start(index, List.of(), collections, err)) {
      for (int round = 2; round <= 3; round++) { // once both are watched, and once more
        int articles = round;
        String name = round + ".txt";
        Files.writeString(agency.resolve(name), "Strike " + round + "\n\nended at the docks.");
        await(() -> second.articleCount() >= articles);
        Files.writeString(own.resolve(name), "Ferry " + round + "\n\nsails at noon.");
        await(() -> first.articleCount() >= articles);
      }
      assertThat(sources(first)).containsExactly(own);
      assertThat(sources(second)).containsExactly(agency);
      assertThat(first.articleCount()).isEqualTo(3);
      assertThat(second.articleCount()).isEqualTo(3);
      assertThat(watched.state()).isEqualTo(WatchState.running());
    }
  }

  private static List<Path> sources(SearchEngine engine) {
    return engine.summary().origins().stream().map(source -> Path.of(source.path())).toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(10);
    }
  }
}
