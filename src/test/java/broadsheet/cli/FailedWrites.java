package broadsheet.cli;

import broadsheet.backup.Restore;
import broadsheet.cli.common.ExitCode;
import broadsheet.fault.Faults;
import broadsheet.fault.Faults.Fault;
import broadsheet.fault.Faults.Kind;
import broadsheet.fault.Faults.Manner;
import broadsheet.fault.Faults.Outcome;
import broadsheet.fault.FaultySqlite;
import broadsheet.files.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Changes an archive again and again, and each time lets another of the changes to its files fail.
 * Afterwards the archive must be as it was or as it should be, sound, and the same change must
 * succeed and leave nothing behind. Runs in a process of its own, of which it changes the files.
 */
final class FailedWrites {

  private final FaultScenario scenario;
  private final Path folder;
  private final Path origin;
  private final Path articles;
  private final Map<Kind, Integer> failed = new EnumMap<>(Kind.class);
  private final Map<String, Integer> problems = new LinkedHashMap<>();
  private ArchiveState before;
  private ArchiveState after;
  private List<String> filesAfter = List.of();
  private int runs;
  private int runsWithFaults;
  private int total;

  private FailedWrites(FaultScenario scenario, Path folder) throws IOException {
    this.scenario = scenario;
    this.folder = folder.resolve(scenario.name());
    origin = Files.createDirectories(this.folder.resolve("origin"));
    articles = Files.createDirectories(this.folder.resolve("articles"));
    scenario.prepare(origin, articles);
    before = ArchiveState.of(FaultScenario.index(origin));
    after = before;
  }

  /**
   * Prints a line for each scenario, and below it what was wrong.
   *
   * @param arguments an empty folder; the most failures a scenario and manner, 0 for all; a seed;
   *     scenarios, or none for all
   */
  public static void main(String[] arguments) throws Exception {
    FaultySqlite.install();
    Path folder = Path.of(arguments[0]).toRealPath();
    int most = Integer.parseInt(arguments[1]);
    Random random = new Random(Long.parseLong(arguments[2]));
    List<String> named = List.of(arguments).subList(3, arguments.length);
    for (FaultScenario scenario : FaultScenario.values()) {
      if (named.isEmpty() || named.contains(scenario.name())) {
        FailedWrites failing = new FailedWrites(scenario, folder);
        failing.measure();
        failing.failAll(most, random);
        failing.print();
        Durable.delete(failing.folder);
      }
    }
  }

  private Path copy() throws IOException {
    Path home = folder.resolve("run-" + runs++);
    try (Stream<Path> all = Files.walk(origin)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path to = home.resolve(origin.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(to);
        } else {
          Files.copy(each, to);
        }
        FileTime time = Files.getLastModifiedTime(each);
        Files.setLastModifiedTime(to, time);
      }
    }
    return home;
  }

  /** Counts the changes, and how the archive is after them. */
  private void measure() throws IOException {
    Path home = copy();
    Faults.count(home);
    Program.Ended ended = scenario.run(home, articles);
    Outcome outcome = Faults.end();
    total = outcome.total();
    if (ended.exitCode() != ExitCode.DONE) {
      throw new IOException(scenario + " fails without a fault: " + ended.err());
    }
    after = ArchiveState.of(FaultScenario.index(home));
    filesAfter = FaultScenario.files(home);
    Durable.delete(home);
  }

  private void failAll(int most, Random random) throws IOException {
    for (Manner manner : Manner.values()) {
      if (most == 0) {
        int number = 1;
        while (fail(manner, number) || number < total) { // threads make more or fewer changes
          number++;
        }
      } else {
        for (int number : random.ints(most, 1, total + 1).toArray()) {
          fail(manner, number);
        }
      }
    }
  }

  /** Returns whether there was such a change. */
  private boolean fail(Manner manner, int number) throws IOException {
    Path home = copy();
    Faults.fail(home, manner, number);
    Program.Ended ended;
    Throwable thrown = null;
    try {
      ended = scenario.run(home, articles);
    } catch (RuntimeException | Error e) {
      thrown = e;
      ended = new Program.Ended(-1, "", String.valueOf(e));
    }
    Fault fault = Faults.end().first();
    if (fault != null) {
      runsWithFaults++;
      failed.merge(fault.kind(), 1, Integer::sum);
      String where = manner + " " + fault.kind() + " " + name(fault, home) + " by " + fault.by();
      try {
        if (thrown != null) {
          thrown.printStackTrace();
          problem(where, "threw " + thrown);
        }
        examine(where, manner, home, ended);
      } catch (RuntimeException | Error e) {
        e.printStackTrace();
        problem(where, "cannot be examined: " + e);
      }
    }
    Durable.delete(home);
    return fault != null;
  }

  private static String name(Fault fault, Path home) {
    return fault
        .file()
        .replace(home.toString(), "")
        .replaceAll("20\\d\\d-\\d\\d-\\d\\dT\\d+Z", "TIME")
        .replaceAll("(_|segments_)[0-9a-z]+", "$1N");
  }

  private void examine(String where, Manner manner, Path home, Program.Ended ended)
      throws IOException {
    if (ended.err().contains("Exception") || ended.err().contains("\tat ")) {
      problem(where, "says " + ended.err());
    }
    if (manner == Manner.NO_ROOM && ended.exitCode() != ExitCode.DONE) {
      Set<String> left = unreferenced(FaultScenario.index(home));
      if (!left.isEmpty()) {
        problem(where, "leaves files in the index");
      }
    }
    Restore.finish(FaultScenario.index(home)); // as every command does
    ArchiveState now = ArchiveState.of(FaultScenario.index(home));
    boolean isAfter = now.difference(after).isEmpty();
    if (ended.exitCode() == ExitCode.DONE && !isAfter) {
      problem(where, "done, but not as after: " + now.difference(after));
    } else if (!isAfter && !now.difference(before).isEmpty()) {
      problem(where, "neither: " + now.difference(before) + " | " + now.difference(after));
    }
    check(where, home, "afterwards");
    runAgain(where, home, ended.exitCode() == ExitCode.DONE);
  }

  private void check(String where, Path home, String when) {
    if (Files.exists(FaultScenario.index(home).resolve("write.lock"))) {
      Program.Ended ended = Program.on(FaultScenario.index(home), "check");
      boolean hasNone = before.index().isEmpty() && ended.err().contains("There is no index");
      if (ended.exitCode() != ExitCode.DONE && !hasNone) {
        problem(where, "check " + when + ": " + ended.out() + ended.err());
      }
    }
  }

  private void runAgain(String where, Path home, boolean wasDone) throws IOException {
    if (!wasDone || !scenario.name().contains("BACKUP")) {
      Program.Ended again = scenario.run(home, articles);
      boolean isDone =
          again.exitCode() == ExitCode.DONE
              || again.exitCode() == ExitCode.NOTHING_FOUND
              || again.err().contains("is not empty");
      if (!isDone) {
        problem(where, "again: " + again.err());
        return;
      }
    }
    ArchiveState now = ArchiveState.of(FaultScenario.index(home));
    if (!now.difference(after).isEmpty()) {
      problem(where, "again, not as after: " + now.difference(after));
    }
    check(where, home, "again");
    List<String> left = new ArrayList<>(FaultScenario.files(home));
    left.removeAll(filesAfter);
    left.removeIf(name -> name.contains(".replaced-") || name.startsWith("index/_"));
    if (!left.isEmpty()) {
      problem(where, "left: " + left);
    }
    Set<String> unneeded = unreferenced(FaultScenario.index(home));
    if (!unneeded.isEmpty()) {
      problem(where, "left in the index: " + unneeded.size());
    }
  }

  /** The files of Lucene that no commit needs. */
  private static Set<String> unreferenced(Path index) throws IOException {
    Set<String> files = new HashSet<>();
    if (Files.exists(index)) {
      try (Directory directory = FSDirectory.open(index)) {
        files.addAll(List.of(directory.listAll()));
        files.removeIf(name -> !name.startsWith("_") && !name.contains("segments"));
        if (DirectoryReader.indexExists(directory)) {
          for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
            files.removeAll(commit.getFileNames());
          }
        }
      }
    }
    return files;
  }

  private void problem(String where, String what) {
    String short_ = what.length() > 1500 ? what.substring(0, 1500) + "…" : what;
    problems.merge(where + "\n      " + short_.replace(folder.toString(), ""), 1, Integer::sum);
  }

  private void print() {
    System.out.println(
        "%s: %s changes, %s runs with a failure: %s; %s problems"
            .formatted(scenario, total, runsWithFaults, failed, problems.size()));
    problems.forEach((what, count) -> System.out.println("  " + count + "x " + what));
    System.out.flush();
  }
}
