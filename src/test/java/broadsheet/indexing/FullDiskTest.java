package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Stress;
import broadsheet.engine.EngineException;
import broadsheet.fault.SmallDisk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
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

  @AutoClose private SmallDisk disk;
  private Path corpus = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void mount() throws Exception {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    disk = SmallDisk.of("1m", folder.resolve("disk"));
    index = disk.folder().resolve("index");
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
    new Indexing(index, List.of(corpus), IndexingScope.Manner.USUAL, isUpdate)
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
  }

  @Test
  void fullDiskLosesNothing() throws IOException {
    write(5, new Random(1));
    index(false);
    IndexContents before = IndexContents.of(index);
    long free = disk.free();
    for (int time = 0; time < TIMES; time++) {
      boolean isUpdate = time % 2 == 1;
      write(300 + 10 * time, new Random(time));
      assertThatThrownBy(() -> index(isUpdate))
          .as("time " + time)
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("The old index, if there was one, is unharmed");
      IndexContents after = IndexContents.of(index);
      assertThat(disk.free()).as("time " + time).isGreaterThan(free - 16_384);
      assertThat(after.without(before)).as("time " + time).isEmpty();
      assertThat(before.without(after)).as("time " + time).isEmpty();
    }
  }

  @Test
  void readOnlyDiskIsNamed() throws Exception {
    write(5, new Random(1));
    index(false);
    assertThat(disk.makeReadOnly()).isTrue();
    for (boolean isUpdate : new boolean[] {false, true}) {
      assertThatThrownBy(() -> index(isUpdate))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("Read-only file system");
    }
    assertThat(IndexContents.of(index).articles()).hasSize(5);
  }
}
