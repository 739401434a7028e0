package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.Desks;
import broadsheet.desk.HeldDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The locks that keep other processes out, as the system lists them. */
@EnabledOnOs(OS.LINUX)
class DatabaseLocksTest {

  @TempDir private Path folder;

  /** On POSIX systems, a process that closes a file loses all its locks on it. */
  @Test
  void whatElseAProcessDoesLeavesItsLocks() throws Exception {
    Path index = folder.resolve("index");
    Desks.open(index).searches().add("q=pier", "pier", 0);
    DatabaseFile file = new DatabaseFile(DeskFolder.of(index), "searches.db");
    try (HeldDesk _ = Desks.open(index).hold()) {
      assertThat(isLocked(file)).isTrue();
      assertThat(file.version()).isEqualTo(OptionalInt.of(SqliteStore.SEARCHES_VERSION));
      assertThat(file.isThere()).isTrue();
      assertThat(Desks.open(index).searches().all()).hasSize(1);
      assertThat(isLocked(file)).isTrue();
    }
    assertThat(isLocked(file)).isFalse();
  }

  /** A change of another thread waits for the one that holds the database. */
  @Test
  void waitingChangeLeavesTheLocksOfItsProcess() throws Exception {
    Path index = folder.resolve("index");
    Desks.open(index).searches().add("q=pier", "pier", 0);
    DatabaseFile file = new DatabaseFile(DeskFolder.of(index), "searches.db");
    Thread waiting;
    try (HeldDesk _ = Desks.open(index).hold()) {
      waiting =
          Thread.ofPlatform().start(() -> Desks.open(index).searches().add("q=quay", "quay", 0));
      for (int i = 0; i < 50; i++) {
        assertThat(isLocked(file)).isTrue();
        Thread.sleep(10);
      }
    }
    waiting.join();
    assertThat(Desks.open(index).searches().all()).hasSize(2);
  }

  private static boolean isLocked(DatabaseFile file) throws IOException {
    String inode = ":" + Files.getAttribute(file.path(), "unix:ino") + " ";
    String process = " " + ProcessHandle.current().pid() + " ";
    return Files.readAllLines(Path.of("/proc/locks")).stream()
        .anyMatch(line -> line.contains(inode) && line.contains(process) && line.contains("WRITE"));
  }
}
