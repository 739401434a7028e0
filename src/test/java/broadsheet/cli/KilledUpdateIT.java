package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.cli.common.ExitCode;
import broadsheet.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update that is killed (SIGKILL). */
class KilledUpdateIT {

  private static final int KILLS = Seeds.orAsked(3);

  @TempDir private Path folder;

  @Test
  void leavesTheIndexAsItWasOrUpdatedWhole() throws Exception {
    Generations generations = new Generations(folder, 1_000);
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path index = folder.resolve("index");
    put(generations, 0, corpus);
    update(index, corpus, false);
    long startedAt = System.nanoTime();
    put(generations, 1, corpus);
    update(index, corpus, true);
    Duration length = Duration.ofNanos(System.nanoTime() - startedAt);
    Seeds.each(KILLS, random -> killOnce(random, length, generations, corpus, index));
    put(generations, 2, corpus);
    update(index, corpus, true);
    assertThat(served(generations, index)).isEqualTo(2);
    assertThat(check(index)).isEqualTo(ExitCode.DONE);
  }

  private void killOnce(
      Random random, Duration length, Generations generations, Path corpus, Path index) {
    try {
      int old = served(generations, index);
      put(generations, 1 - old, corpus);
      try (Program program = Program.start("index", "--update", "--index", index.toString())) {
        Thread.sleep(random.nextLong(length.toMillis() * 11 / 10));
        program.kill();
      }
      assertThat(check(index)).isEqualTo(ExitCode.DONE);
      assertThat(served(generations, index)).isIn(old, 1 - old);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(Generations generations, int generation, Path corpus) throws IOException {
    Files.move(
        generations.write(generation),
        corpus.resolve("news.jsonl"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void update(Path index, Path corpus, boolean isUpdate) throws Exception {
    Program.Ended ended =
        isUpdate
            ? Program.run("index", "--update", "--index", index.toString())
            : Program.run("index", corpus.toString(), "--index", index.toString());
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
  }

  private static int check(Path index) {
    StringWriter err = new StringWriter();
    PrintWriter printer = new PrintWriter(err, true);
    return BroadsheetCommand.run(printer, printer, "check", "--index", index.toString());
  }

  private static int served(Generations generations, Path index) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      return generations.ofSize(engine.articleCount());
    }
  }
}
