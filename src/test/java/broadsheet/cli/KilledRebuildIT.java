package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.Smoke;
import broadsheet.cli.common.ExitCode;
import broadsheet.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild that is killed (SIGKILL). */
class KilledRebuildIT {

  private static final int KILLS = Seeds.orAsked(4);
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);
  private static final Duration LONGEST_REBUILD = Duration.ofMinutes(4);

  /** The last file of a segment: once it exists, the commit is near. */
  private static final String LAST_OF_SEGMENT = ".si";

  private static final String FIRST_OF_SEGMENT = ".fdt";

  @TempDir private Path folder;

  private Generations generations = new Generations(Path.of(""), 0);
  private Path index = Path.of("");

  @BeforeEach
  void makeTwoArchives() throws IOException {
    generations = new Generations(folder, 600);
    index = folder.resolve("index");
    generations.write(0);
    generations.write(1);
  }

  /** Kills over the whole length of a rebuild, every second one near the commit. */
  @Smoke
  @Test
  void leavesTheOldIndexOrTheNewOneWhole() throws Exception {
    rebuild(0, index);
    long startedAt = System.nanoTime();
    assertThat(Program.run("index", corpus(0), "--index", index.toString()).exitCode()).isZero();
    Duration length = Duration.ofNanos(System.nanoTime() - startedAt);
    try (Serving serving = Serving.of(index);
        Reader reader = new Reader(serving, generations)) {
      Seeds.each(KILLS, random -> killOnce(random, length, reader));
      int next = 1 - served(index);
      rebuild(next, index);
      reader.awaitGeneration(next, SEEN_WITHIN);
      assertThat(size(index)).isLessThan(sizeOfFresh(next) * 3 / 2);
      reader.assertContent();
    }
  }

  /** There is no old index to keep, but nothing may block the next build. */
  @Test
  void firstBuildCanBeDoneAgain() throws Exception {
    try (Program program = start(0)) {
      awaitFile(FIRST_OF_SEGMENT, Set.of(), program);
      program.kill();
    }
    assertThat(LuceneSearchEngine.hasIndex(index)).isFalse();
    rebuild(1, index);
    assertThat(check()).isEqualTo(ExitCode.DONE);
    assertThat(served(index)).isEqualTo(1);
    assertThat(size(index)).isLessThan(sizeOfFresh(1) * 3 / 2);
  }

  private void killOnce(Random random, Duration length, Reader reader) {
    try {
      int old = served(index);
      try (Program program = start(1 - old)) {
        awaitMoment(random, length, program);
        program.kill();
      }
      assertThat(check()).isEqualTo(ExitCode.DONE);
      assertThat(served(index)).isIn(old, 1 - old);
      reader.awaitGeneration(served(index), SEEN_WITHIN);
      reader.assertContent();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitMoment(Random random, Duration length, Program program)
      throws IOException, InterruptedException {
    if (random.nextBoolean()) {
      awaitFile(LAST_OF_SEGMENT, names(), program);
      Thread.sleep(random.nextInt(80));
    } else {
      Thread.sleep(random.nextLong(length.toMillis() * 11 / 10));
    }
  }

  /** Waits until there is a new file of this kind, or the program has ended. */
  private void awaitFile(String ending, Set<String> known, Program program)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST_REBUILD.toNanos();
    while (program.isAlive()
        && names().stream().noneMatch(n -> n.endsWith(ending) && !known.contains(n))) {
      assertThat(System.nanoTime()).as("a file *%s in time", ending).isLessThan(end);
      Thread.sleep(1);
    }
  }

  private Program start(int generation) throws IOException {
    return Program.start("index", corpus(generation), "--index", index.toString());
  }

  private void rebuild(int generation, Path into) {
    Program.Ended ended = Program.on(into, "index", corpus(generation), "--verbose");
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
  }

  private String corpus(int generation) {
    return folder.resolve("generation" + generation + ".jsonl").toString();
  }

  private int check() {
    StringWriter err = new StringWriter();
    PrintWriter printer = new PrintWriter(err, true);
    return BroadsheetCommand.run(printer, printer, "check", "--index", index.toString());
  }

  /** The generation that a reader opening the index now gets. */
  private int served(Path index) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      return generations.ofSize(engine.articleCount());
    }
  }

  private long sizeOfFresh(int generation) throws IOException, InterruptedException {
    Path fresh = folder.resolve("fresh");
    rebuild(generation, fresh);
    return size(fresh);
  }

  private static long size(Path index) throws IOException {
    long size = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
      for (Path file : files) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private Set<String> names() throws IOException {
    Set<String> names = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    } catch (NoSuchFileException e) {
      return Set.of();
    }
    return names;
  }
}
