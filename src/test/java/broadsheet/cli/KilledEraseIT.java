package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.Thorough;
import broadsheet.cli.common.ExitCode;
import broadsheet.indexing.IndexContents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure that is killed (SIGKILL) leaves a whole archive, and the next one ends it. */
@Thorough
class KilledEraseIT {

  private static final int KILLS = Seeds.orAsked(2);
  private static final int ARTICLES = 300;

  @TempDir private Path folder;
  private int round;

  @Test
  void nextOneEndsWhatWasBegun() {
    Seeds.each(KILLS, this::kill);
  }

  private void kill(Random random) {
    try {
      Path place = Files.createDirectory(folder.resolve("" + round++));
      Path articles = Files.createDirectory(place.resolve("articles"));
      for (int i = 0; i < ARTICLES; i++) {
        String own = i % 100 == 0 ? " A quixotrope was seen." : "";
        Files.writeString(
            articles.resolve(i + ".txt"),
            "Headline\n\nThe harbour was closed on day " + i + "." + own + "\n");
      }
      Path index = place.resolve("index");
      Program.done(index, "index", articles.toString());
      String[] command = {"erase", "quixotrope", "--why", "x", "--yes", "--no-reprints"};
      try (Program erasing = Program.start(all(command, index))) {
        while (erasing.isAlive() && Files.notExists(place.resolve("index.erased"))) {
          Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(600));
        erasing.kill();
      }
      assertThat(Program.done(index, "check")).contains(" articles");
      assertThat(Program.on(index, command).exitCode())
          .isIn(ExitCode.DONE, ExitCode.NOTHING_FOUND); // the latter if all was done
      assertThat(Program.on(index, "search", "quixotrope").exitCode())
          .isEqualTo(ExitCode.NOTHING_FOUND);
      IndexContents erased = IndexContents.of(index);
      assertThat(Program.done(index, "index", articles.toString())).contains(" erased 3,");
      assertThat(IndexContents.of(index)).isEqualTo(erased);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String[] all(String[] command, Path index) {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--index";
    all[command.length + 1] = index.toString();
    return all;
  }
}
