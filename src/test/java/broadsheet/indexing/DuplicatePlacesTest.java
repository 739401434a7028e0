package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.Thorough;
import broadsheet.engine.IndexingReport;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article that occurs very often lists its first places; the others are counted. */
class DuplicatePlacesTest {

  private static final String ROW = "Rain,It rained again today.\n";
  private static final String EQUAL = "Rain\n\nIt rained again today.\n";
  private static final String OTHER = "Snow\n\nIt snowed, and all was quiet.\n";
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

  private static IndexingReport index(Path index, boolean isUpdate, Path... paths) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new Indexing(index, List.of(paths), IndexingScope.Manner.USUAL, isUpdate)
        .losing(true)
        .run(new IndexingLog(nowhere, Progress.Display.NONE))
        .report();
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

  /** After any change of the files, an update counts like a rebuild. */
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

  @Test
  void placesInFilesOfTheirOwnAreCappedAndCounted() throws IOException {
    equalFiles("a", 150);
    index(index, false, corpus);
    IndexContents contents = IndexContents.of(index);
    assertThat(contents.articles()).hasSize(1);
    assertThat(contents.articles().getFirst().locations()).hasSize(LISTED);
    assertThat(contents.totals().duplicates()).isEqualTo(149);
    assertThat(contents.entries()).hasSize(LISTED).anyMatch(e -> e.contains("at 50 more places"));
    assertThat(index(index, true).unchanged()).isEqualTo(150);
  }

  /** An article stays as long as one of its files does, as the first of them has it. */
  @Test
  void firstOfTheOtherFilesTakesThePlaceOfOneThatIsGone() throws IOException {
    equalFiles("a", 150);
    index(index, false, corpus);
    for (int i = 0; i < 149; i++) {
      Files.delete(corpus.resolve("a/" + (1_000 + i) + ".txt"));
    }
    IndexingReport report = index(index, true);
    assertThat(report.removed()).isEqualTo(149);
    IndexContents contents = IndexContents.of(index);
    assertThat(contents.articles().getFirst().locations()).containsExactly("a/1149.txt");
    assertThat(contents.totals().duplicates()).isZero();
  }

  @Thorough
  @Test
  void updatesOfEqualFilesGiveTheSameAsRebuilds() {
    Seeds.each(Seeds.orAsked(1), this::changeEqualFiles);
  }

  private void changeEqualFiles(Random random) {
    try {
      Path a = equalFiles("a", 80 + random.nextInt(40));
      Path b = equalFiles("b", 80 + random.nextInt(40));
      index(index, false, a, b);
      for (int step = 0; step < 4; step++) {
        changeSome(a, random);
        changeSome(b, random);
        assertSameAsRebuilt("step " + step + " " + random.nextLong(), a, b);
      }
      Indexing.forget(index, a);
      assertSameAsRebuilt("without a " + random.nextLong(), b);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Deletes some files, gives some another text, and adds some. */
  private static void changeSome(Path files, Random random) throws IOException {
    int most = 1 + random.nextInt(80);
    for (int i = 0; i < most; i++) {
      Path file = files.resolve((1_000 + random.nextInt(150)) + ".txt");
      if (random.nextBoolean()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, random.nextInt(4) == 0 ? OTHER : EQUAL);
      }
    }
  }

  private Path equalFiles(String name, int count) throws IOException {
    Path files = Files.createDirectories(corpus.resolve(name));
    for (int i = 0; i < count; i++) {
      Files.writeString(files.resolve((1_000 + i) + ".txt"), EQUAL);
    }
    return files;
  }

  private void assertSameAsRebuilt(String when, Path... sources) {
    index(index, true);
    Path rebuilt = folder.resolve("rebuilt " + when);
    index(rebuilt, false, sources.length == 0 ? new Path[] {corpus} : sources);
    IndexContents expected = IndexContents.of(rebuilt);
    IndexContents actual = IndexContents.of(index);
    assertThat(actual.without(expected)).as("too much " + when).isEmpty();
    assertThat(expected.without(actual)).as("too little " + when).isEmpty();
  }
}
