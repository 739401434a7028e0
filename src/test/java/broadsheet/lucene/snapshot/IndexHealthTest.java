package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.lucene.IndexBlocks;
import broadsheet.lucene.ManyArticles;
import broadsheet.lucene.TestIndex;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault alone is noticed, and by its own check. */
class IndexHealthTest {

  private static final Optional<String> FILES =
      Optional.of("Files of the index are missing or damaged.");

  private static final int ARTICLES = 300;

  /** Files that are read when a segment is opened, and not again, compound or not. */
  private static final List<String> READ_ONCE = List.of(".cfe", ".fnm");

  @TempDir private Path folder;
  private Directory directory;
  private NewestCommit newest;
  private ReaderSnapshot snapshot;

  @BeforeEach
  void open() throws IOException {
    TestIndex.build(folder, ManyArticles.of(ARTICLES, 1));
    directory = FSDirectory.open(folder);
    newest = new NewestCommit(directory, folder);
    snapshot = newest.acquire();
  }

  @AfterEach
  void close() throws IOException {
    newest.release(snapshot);
    newest.close();
    directory.close();
  }

  private Optional<String> fault() {
    try (IndexHealth health = new IndexHealth(directory)) {
      return health.fault(snapshot);
    }
  }

  private Path readOnce() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> READ_ONCE.stream().anyMatch(each.toString()::endsWith))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void overwrite(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      bytes.writeInt(0);
    }
  }

  @Test
  void soundIndexHasNoFault() {
    assertThat(fault()).isEmpty();
  }

  @Test
  void fileThatDoesNotBeginAsItShouldIsAFault() throws IOException {
    overwrite(readOnce(), 0);
    assertThat(fault()).isEqualTo(FILES);
  }

  @Test
  void fileThatDoesNotEndAsItShouldIsAFault() throws IOException {
    Path file = readOnce();
    overwrite(file, Files.size(file) - 16);
    assertThat(fault()).isEqualTo(FILES);
  }

  @Test
  void missingFileIsAFault() throws IOException {
    Files.delete(readOnce());
    assertThat(fault()).isEqualTo(FILES);
  }

  /** Its files begin and end as they should. Noise may also be a length below zero. */
  @Test
  void articleThatCannotBeReadIsAFault() throws IOException {
    for (int seed = 0; seed < 100; seed++) {
      for (IndexBlocks blocks : IndexBlocks.of(folder, List.of("fdt"))) {
        blocks.destroy(new Random(seed));
      }
      assertThat(fault()).as("noise of seed %d", seed).isEqualTo(FILES);
    }
  }

  @Test
  void foldersWithoutAnIndexAreAFault() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    assertThat(fault()).contains("The files of the index are gone.");
  }

  @Test
  void searchThatCouldNotReadIsAFaultForAWhile() {
    try (IndexHealth health = new IndexHealth(directory)) {
      health.unread();
      assertThat(health.fault(snapshot))
          .contains("A search could not read the index less than 30 seconds ago.");
    }
  }

  /** A search met damage that no other check sees. */
  @Test
  void damageThatASearchMetIsAFault() throws Exception {
    IndexBlocks postings = IndexBlocks.of(folder, List.of("pos")).getFirst();
    overwrite(postings.file(), postings.from());
    assertThat(fault()).isEmpty();
    try (IndexHealth health = new IndexHealth(directory)) {
      assertThat(health.failed(snapshot)).isPresent();
      assertThat(health.fault(snapshot).orElseThrow())
          .startsWith("Files of the index are damaged:");
    }
  }

  @Test
  void searchThatFailedOnASoundIndexIsNoFault() throws Exception {
    try (IndexHealth health = new IndexHealth(directory)) {
      assertThat(health.failed(snapshot)).isEmpty();
      assertThat(health.fault(snapshot)).isEmpty();
    }
  }
}
