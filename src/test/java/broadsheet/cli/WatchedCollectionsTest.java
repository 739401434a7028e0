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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedCollectionsTest {

  private static final ArchiveCollection AFP = new ArchiveCollection("afp");

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
    build(index, folder.resolve("own"));
    build(AFP.in(index), agency);
    try (ArchiveCollections collections = Engines.open(index).collections(Engine.TIME_LIMIT);
        SearchEngine first = collections.search(Set.of(ArchiveCollection.FIRST));
        SearchEngine second = collections.search(Set.of(AFP));
        WatchedCollections watched = WatchedCollections.start(index, List.of(), collections, err)) {
      Files.writeString(agency.resolve("second.txt"), "A strike\n\nended at the docks.");
      while (second.articleCount() < 2) {
        Thread.sleep(10);
      }
      assertThat(first.articleCount()).isOne();
      assertThat(watched.state()).isEqualTo(WatchState.running());
    }
  }
}
