package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} ends with 2 only if it saw damage, and with 3 if it could not look. */
class CheckCommandTest {

  @TempDir private Path folder;
  private Path index = Path.of("");
  private Path backup = Path.of("");

  @BeforeEach
  void fill() {
    index = folder.resolve("index");
    backup = folder.resolve("backup");
    run("index", "seeds");
    run("alert", "add", "harbour");
    run("backup", backup.toString());
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private static Path damaged(Path file) throws IOException {
    return Files.writeString(file, "garbage");
  }

  @Test
  void damageIsTwo() throws IOException {
    assertThat(run("check").exitCode()).isEqualTo(ExitCode.DONE);
    Path searches = damaged(folder.resolve("index.desk/searches.db"));
    run("check").assertRefused();
    Files.delete(searches);
    run("check").assertRefused();
    damaged(index.resolve("segments_1"));
    Program.Ended both = run("check");
    assertThat(both.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(both.err().lines()).hasSizeGreaterThan(1).allMatch(line -> line.contains("damaged"));
  }

  @Test
  void damageOfABackupIsTwo() throws IOException {
    assertThat(run("check", backup.toString()).exitCode()).isEqualTo(ExitCode.DONE);
    Path segments = backup.resolve("index/segments_1");
    damaged(segments);
    run("check", backup.toString()).assertRefused();
    Files.delete(backup.resolve("manifest.json"));
    run("check", backup.toString()).assertRefused();
  }

  @Test
  void whatCannotBeLookedAtIsThree() throws IOException {
    Path none = folder.resolve("none");
    Map<String, String[]> commands =
        Map.of(
            "There is no index in", new String[] {"check", "--index", none.toString()},
            "There is no whole backup in", new String[] {"check", none.toString()},
            "There is no file", new String[] {"check", "--judge", none.toString()},
            "is no engine", new String[] {"check", "--engine", "other"},
            "--wrong", new String[] {"check", "--wrong"});
    commands.forEach(
        (problem, command) -> {
          Program.Ended ended =
              problem.contains("no index") ? Program.within(command) : run(command);
          ended.assertRefused(ExitCode.COULD_NOT_LOOK);
          assertThat(ended.err()).contains(problem);
        });
  }

  /** Damage that was seen counts, whatever else could not be looked at. */
  @Test
  void damageCountsMoreThanWhatCannotBeLookedAt() throws IOException {
    Path searches = damaged(folder.resolve("index.desk/searches.db"));
    Program.Ended ended = run("check", "--judge", folder.resolve("none").toString());
    assertThat(ended.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(ended.err()).contains(searches + " is damaged", "There is no file");
  }
}
