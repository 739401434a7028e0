package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.files.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a backup and a restore (SIGKILL) at any moment: each is done or was never begun. */
@Timeout(180)
class KilledRestoreIT {

  private static final int KILLS = 5;

  /** The approximate duration of the process from its first file to its end. */
  private static final long LONGEST_MILLIS = 300;

  @TempDir private Path temporary;
  private final Map<String, Integer> outcomes = new TreeMap<>();

  @Test
  void killedRestoreLeavesTheOldOrTheNew(TestReporter reporter) throws Exception {
    Path folder = temporary.toRealPath();
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Path index = folder.resolve("index");
    Path backup = folder.resolve("backup");
    write(articles, "pier");
    Program.done(index, "index", articles.toString());
    Program.done(index, "list", "add", "Harbour", "pier");
    Program.done(index, "backup", backup.toString());
    write(articles, "quay");
    Program.done(index, "index", "--update");
    Program.done(index, "list", "add", "Docks", "quay");
    Path old = folder.resolve("old");
    Program.done(index, "backup", old.toString());
    Seeds.each(
        KILLS - 1,
        seeded -> {
          SplittableRandom random = new SplittableRandom(seeded.nextLong());
          try {
            killRestore(index, backup, random);
            killBackup(index, folder.resolve("killed"), random);
            Program.done(index, "restore", old.toString(), "--replace");
            removeReplaced(folder);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    reporter.publishEntry("killed restores and backups", outcomes.toString());
  }

  private void killRestore(Path index, Path backup, SplittableRandom random)
      throws IOException, InterruptedException {
    String[] command = {"restore", backup.toString(), "--replace", "--index", index.toString()};
    try (Program program = Program.start(command)) {
      awaitSibling(program, index, ".restor");
      Thread.sleep(random.nextLong(LONGEST_MILLIS));
      program.kill();
    }
    long articles = Program.on(index, "search", "reopens").out().startsWith("1 article") ? 1 : 2;
    assertThat(Desks.open(index).lists().all("")).hasSize((int) articles);
    Program.done(index, "check");
    outcomes.merge(articles == 1 ? "restored" : "as before", 1, Integer::sum);
  }

  private void killBackup(Path index, Path target, SplittableRandom random)
      throws IOException, InterruptedException {
    String[] command = {"backup", target.toString(), "--index", index.toString()};
    try (Program program = Program.start(command)) {
      awaitSibling(program, target, ".killed");
      Thread.sleep(random.nextLong(LONGEST_MILLIS));
      program.kill();
    }
    if (Files.exists(target)) {
      Program.done(index, "check", target.toString());
      Durable.delete(target);
      outcomes.merge("backed up", 1, Integer::sum);
    } else {
      Program.on(index, "check", target.toString()).assertRefused(ExitCode.COULD_NOT_LOOK);
      Program.done(index, "backup", target.toString());
      Program.done(index, "check", target.toString());
      Durable.delete(target);
      outcomes.merge("no backup", 1, Integer::sum);
    }
  }

  /** Waits until a process has begun to write beside a file, or has ended. */
  private static void awaitSibling(Program program, Path file, String part)
      throws IOException, InterruptedException {
    boolean isBegun = false;
    while (program.isAlive() && !isBegun) {
      Thread.sleep(2);
      try (Stream<Path> beside = Files.list(file.getParent())) {
        isBegun = beside.anyMatch(each -> each.getFileName().toString().contains(part));
      }
    }
  }

  private static void removeReplaced(Path folder) throws IOException {
    try (Stream<Path> beside = Files.list(folder)) {
      for (Path each : beside.filter(each -> each.toString().contains(".replaced-")).toList()) {
        Durable.delete(each);
      }
    }
  }

  private static void write(Path articles, String name) throws IOException {
    Files.writeString(articles.resolve(name + ".txt"), "A " + name + " reopens\n\nIt did today.\n");
  }
}
