package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Stress;
import broadsheet.engine.EngineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * If the index cannot be written, the old one stays in use. Mounts small disks, which needs the
 * rights to do so.
 */
@Stress
class FullDiskTest {

  private static final int TIMES = 20;

  @TempDir private Path folder;

  private Path disk = Path.of("");
  private Path corpus = Path.of("");

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    corpus = Files.createDirectory(folder.resolve("corpus"));
    boolean isMounted = succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
    assumeTrue(isMounted, "no right to mount a disk here");
  }

  @AfterEach
  void unmount() throws Exception {
    succeeds("umount", disk.toString());
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  private void write(int articles, Random random) throws IOException {
    for (int i = 0; i < articles; i++) {
      StringBuilder text = new StringBuilder("Story " + i + "\n\n");
      for (int word = 0; word < 200; word++) {
        text.append(Long.toString(random.nextLong(), Character.MAX_RADIX)).append(' ');
      }
      Files.writeString(corpus.resolve(i + ".txt"), text);
    }
  }

  private void index(boolean isUpdate) {
    new Indexing(disk.resolve("index"), List.of(corpus), IndexingScope.Manner.USUAL, isUpdate)
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
  }

  @Test
  void fullDiskLosesNothing() throws IOException {
    write(5, new Random(1));
    index(false);
    IndexContents before = IndexContents.of(disk.resolve("index"));
    for (int time = 0; time < TIMES; time++) {
      boolean isUpdate = time % 2 == 1;
      write(300 + 10 * time, new Random(time));
      assertThatThrownBy(() -> index(isUpdate))
          .as("time " + time)
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("The old index, if there was one, is unharmed");
      IndexContents after = IndexContents.of(disk.resolve("index"));
      assertThat(after.without(before)).as("time " + time).isEmpty();
      assertThat(before.without(after)).as("time " + time).isEmpty();
    }
  }

  @Test
  void readOnlyDiskIsNamed() throws Exception {
    write(5, new Random(1));
    index(false);
    assertThat(succeeds("mount", "-o", "remount,ro", disk.toString())).isTrue();
    for (boolean isUpdate : new boolean[] {false, true}) {
      assertThatThrownBy(() -> index(isUpdate))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("Read-only file system");
    }
    assertThat(IndexContents.of(disk.resolve("index")).articles()).hasSize(5);
  }
}
