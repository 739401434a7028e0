package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.files.OwnerOnly;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskContentsTest {

  private static final String DATABASE = "lists.db";
  private static final int FOLDERS = 1_000;

  /** Its empty file would count as damage. */
  @Test
  void whatAnotherIsMakingIsNotExpectedYet(@TempDir Path temporary) throws Exception {
    Set<String> seen = new TreeSet<>();
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      for (int i = 0; i < FOLDERS; i++) {
        DeskFolder desk = new DeskFolder(temporary.resolve("index" + i));
        OwnerOnly.createFolder(desk.folder());
        CountDownLatch reading = new CountDownLatch(1);
        Future<?> making =
            other.submit(
                () -> {
                  reading.await();
                  desk.make(DATABASE);
                  return null;
                });
        reading.countDown();
        while (!making.isDone()) {
          seen.addAll(desk.contents().names());
        }
        making.get();
        seen.addAll(desk.contents().names());
      }
    }
    assertThat(seen).isEmpty();
  }
}
