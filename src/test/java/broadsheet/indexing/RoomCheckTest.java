package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.engine.EngineException;
import broadsheet.engine.IndexRoom;
import broadsheet.lucene.LuceneEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomCheckTest {

  private static final long MB = 1_000_000;

  @TempDir private Path folder;

  private static RoomCheck of(long live, long free, long before, long now) {
    return new RoomCheck(
        new IndexRoom(Path.of("index"), live * MB, free * MB), before * MB, now * MB);
  }

  @Test
  void whatCannotFitIsRefusedWithWhatIsNeededAndFree() {
    assertThat(of(1_000, 700, 500, 500).refusal().orElseThrow())
        .contains("needs at least 800 MB", "index has 700 MB free", "Make room", "another disk");
    assertThat(of(1_000, 900, 500, 500).refusal()).isEmpty();
    assertThat(of(1_000, 900, 500, 500).warning().orElseThrow())
        .contains("500 MB of files may need up to 2.2 GB", "has 900 MB free");
    assertThat(of(1_000, 2_300, 500, 500).warning()).isEmpty();
  }

  @Test
  void fewerFilesNeedLessAndMoreMayNeedMore() {
    assertThat(of(1_000, 300, 500, 100).refusal()).isEmpty();
    assertThat(of(1_000, 300, 500, 300).refusal()).isPresent();
    assertThat(of(1_000, 1_700, 500, 5_000).refusal()).isEmpty();
    assertThat(of(1_000, 1_700, 500, 5_000).warning()).isPresent();
  }

  /** A folder of PDFs may give a small index. */
  @Test
  void firstIndexAndOneOfOtherFilesIsNeverRefused() {
    assertThat(of(0, 1, 0, 900).refusal()).isEmpty();
    assertThat(of(1_000, 1, 0, 900).refusal()).isEmpty();
    assertThat(of(0, 1, 0, 900).warning().orElseThrow()).contains("900 MB of files", "2.7 GB");
    assertThat(of(0, 2_800, 0, 900).warning()).isEmpty();
  }

  private String index(Path index, List<Path> paths) {
    StringWriter said = new StringWriter();
    new Indexing(index, paths, IndexingScope.Manner.USUAL, false)
        .run(new IndexingLog(new PrintWriter(said, true), Progress.Display.NONE));
    return said.toString();
  }

  private Path corpus() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder("Story " + i + "\n\n");
      for (int word = 0; word < 200; word++) {
        text.append(Long.toString(random.nextLong(), Character.MAX_RADIX)).append(' ');
      }
      Files.writeString(corpus.resolve(i + ".txt"), text);
    }
    return corpus;
  }

  @Test
  void roomIsThatOfTheIndexAndItsDisk() throws IOException {
    Path index = folder.resolve("not/yet/index");
    assertThat(new LuceneEngine(index).room().orElseThrow().live()).isZero();
    assertThat(index(index, List.of(corpus()))).isEmpty();
    IndexRoom room = new LuceneEngine(index).room().orElseThrow();
    assertThat(room.live()).isBetween(MB / 10, 10 * MB);
    assertThat(room.free()).isPositive();
  }

  @Test
  void rebuildOnAFullDiskIsRefusedBeforeItBegins() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    boolean isMounted =
        succeeds("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.toString());
    assumeTrue(isMounted, "no right to mount a disk here");
    try {
      Path index = disk.resolve("index");
      Path corpus = corpus();
      index(index, List.of(corpus));
      long live = new LuceneEngine(index).room().orElseThrow().live();
      long free = Files.getFileStore(disk).getUsableSpace();
      Files.write(disk.resolve("other"), new byte[(int) (free - live / 2)]);
      IndexContents before = IndexContents.of(index);
      assertThatThrownBy(() -> index(index, List.of()))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("The new index needs at least")
          .hasMessageContaining("Nothing was changed");
      assertThat(IndexContents.of(index).without(before)).isEmpty();
      Files.delete(disk.resolve("other"));
      index(index, List.of());
    } finally {
      succeeds("umount", disk.toString());
    }
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
