package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} of an archive that is in use. */
class BackupTest {

  @TempDir private Path folder;

  private Path articles = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void makeArchive() throws Exception {
    articles = Files.createDirectory(folder.resolve("articles"));
    index = folder.resolve("index");
    write(0);
    assertDone(Program.on(index, "index", articles.toString()));
    assertDone(Program.on(index, "alert", "add", "pier"));
  }

  private void write(int number) throws Exception {
    Files.writeString(
        articles.resolve(number + ".txt"),
        "Pier reopens for time " + number + "\n\nShip " + number + " came.\n");
  }

  private static void assertDone(Program.Ended ended) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void backupsTakenDuringUpdatesAreWholeArchives() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Integer> updates = CompletableFuture.supplyAsync(() -> updateUntil(isOver));
    for (int i = 0; i < 8; i++) {
      Path copy = folder.resolve("copy" + i);
      Program.Ended ended = Program.on(index, "backup", copy.toString());
      assertDone(ended);
      assertThat(ended.out()).startsWith("Backed up ").contains("--index " + copy.resolve("index"));
      assertDone(Program.on(copy.resolve("index"), "check"));
      assertThat(Program.on(copy.resolve("index"), "search", "title:pier").out())
          .contains("reopens for time 0");
      assertThat(Program.on(copy.resolve("index"), "alert", "list").out()).contains("pier");
    }
    isOver.set(true);
    assertThat(updates.get()).isPositive();
  }

  private int updateUntil(AtomicBoolean isOver) {
    int number = 1;
    try {
      while (!isOver.get()) {
        write(number++);
        assertDone(Program.on(index, "index", "--update"));
      }
      return number;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void copyIsAnArchiveThatCanBeUpdated() throws Exception {
    Path copy = folder.resolve("copy");
    assertDone(Program.on(index, "backup", copy.toString()));
    write(1);
    assertDone(Program.on(copy.resolve("index"), "index", "--update"));
    assertThat(Program.on(copy.resolve("index"), "alert", "list").out()).contains("1 new article");
    assertThat(Program.on(index, "search", "ship").out()).startsWith("1 article ");
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Program.on(index, "backup", articles.toString()).assertRefused();
    assertThat(Program.on(index, "backup", articles.toString()).err()).contains("is not empty");
    Program.on(index, "backup", articles.resolve("0.txt").toString()).assertRefused();
    Program.on(folder.resolve("none"), "backup", folder.resolve("c").toString()).assertRefused();
    assertThat(folder.resolve("c")).doesNotExist();
  }
}
