package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope;
import broadsheet.indexing.Progress;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article that occurs very often in a file keeps its first places and their count. */
class DuplicatePlacesTest {

  private static final String ROW = "Rain,It rained again today.\n";
  private static final int LISTED = 100;

  @TempDir private Path folder;

  private Path corpus = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void create() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    index = folder.resolve("index");
  }

  private void table(String name, int rows) throws IOException {
    Files.writeString(corpus.resolve(name), "title,body\n" + ROW.repeat(rows));
  }

  private static void index(Path index, boolean isUpdate, Path... paths) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    new Indexing(index, List.of(paths), IndexingScope.Manner.USUAL, isUpdate)
        .losing(new Indexing.Losses(true, false))
        .run(new IndexingLog(nowhere, Progress.Display.NONE));
  }

  @Test
  void placesAreCappedAndCounted() throws IOException {
    table("a.csv", 300);
    index(index, false, corpus);
    IndexContents contents = IndexContents.of(index);
    assertThat(contents.articles()).hasSize(1);
    assertThat(contents.articles().getFirst().locations()).hasSize(LISTED);
    assertThat(contents.articles().getFirst().locations().getFirst()).isEqualTo("a.csv#1");
    assertThat(contents.totals().duplicates()).isEqualTo(299);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      List<LedgerEntry> entries = engine.ledger().entries(Outcome.DUPLICATE, 0, 1_000);
      assertThat(entries).hasSize(LISTED);
      assertThat(entries.getLast().detail()).endsWith("at 200 more places");
    }
  }

  /** Whatever happens to the files, an update counts as a rebuild does. */
  @Test
  void updatesCountAsRebuildsDo() throws IOException {
    table("a.csv", 300);
    table("b.csv", 150);
    index(index, false, corpus);
    for (int rows : new int[] {301, 120, 100, 40, 250}) {
      table("a.csv", rows);
      assertSameAsRebuilt("after a.csv has " + rows);
    }
    Files.delete(corpus.resolve("a.csv"));
    assertSameAsRebuilt("after a.csv is gone");
    Files.writeString(corpus.resolve("c.txt"), "Snow\n\nIt snowed.\n");
    Files.delete(corpus.resolve("b.csv"));
    assertSameAsRebuilt("after b.csv is gone");
  }

  private void assertSameAsRebuilt(String when) {
    index(index, true);
    Path rebuilt = folder.resolve("rebuilt " + when);
    index(rebuilt, false, corpus);
    IndexContents expected = IndexContents.of(rebuilt);
    IndexContents actual = IndexContents.of(index);
    assertThat(actual.without(expected)).as("too much " + when).isEmpty();
    assertThat(expected.without(actual)).as("too little " + when).isEmpty();
  }
}
