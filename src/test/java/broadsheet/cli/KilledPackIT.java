package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack that is killed (SIGKILL) is whole or not there, and the next one removes its remains. */
class KilledPackIT {

  private static final int KILLS = Seeds.orAsked(2);

  @TempDir private Path folder;
  private Path index = Path.of("");

  @Test
  void packIsWholeOrNotThere() throws IOException {
    FrozenArchive frozen = FrozenArchive.in(Files.createDirectory(folder.resolve("archive")));
    index = frozen.index();
    Program.done(index, "upgrade");
    Seeds.each(KILLS, this::kill);
  }

  private void kill(Random random) {
    try {
      Path place = Files.createTempDirectory(folder, "packs");
      Path pack = place.resolve("pack");
      String[] command = {"pack", "harbour", pack.toString(), "--index", index.toString()};
      try (Program packing = Program.start(command)) {
        while (packing.isAlive() && Files.notExists(place.resolve(".pack.partial"))) {
          Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(3_000));
        packing.kill();
      }
      if (Files.notExists(pack)) {
        Program.run(command).assertDone();
      }
      try (Stream<Path> left = Files.list(place)) {
        assertThat(left).containsExactly(pack);
      }
      assertThat(Program.done(pack.resolve("index"), "check")).contains(" articles");
      assertThat(pack.resolve("README.txt")).isNotEmptyFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
