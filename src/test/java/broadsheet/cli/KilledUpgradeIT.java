package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.engine.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade that is killed (SIGKILL) leaves the old index or the new one whole. */
class KilledUpgradeIT {

  private static final int KILLS = Seeds.orAsked(2);

  @TempDir private Path folder;
  private int round;

  @Test
  void oldIndexOrTheNewOneIsWhole() {
    Seeds.each(KILLS, this::kill);
  }

  private void kill(Random random) {
    try {
      FrozenArchive frozen = FrozenArchive.in(Files.createDirectory(folder.resolve("" + round++)));
      Path index = frozen.index();
      try (Program upgrade = Program.start("upgrade", "--index", index.toString())) {
        while (upgrade.isAlive() && Files.notExists(index.resolve("write.lock"))) {
          Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(4_000));
        upgrade.kill();
      }
      if (!Engines.open(index).isCurrent()) {
        assertThat(Program.on(index, "stats").err()).contains("is of an earlier release");
        assertThat(Program.done(index, "upgrade")).startsWith("upgraded 350 articles");
      }
      assertThat(Program.done(index, "check")).contains("350 articles", "1 correction");
      assertThat(Program.done(index, "search", "list:Harbour")).startsWith("1 article ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
