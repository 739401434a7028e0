package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.cli.common.ExitCode;
import broadsheet.indexing.IndexContents;
import broadsheet.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that is read in parts, whose readers and joining are killed (SIGKILL). */
class KilledPartsIT {

  private static final int KILLS = Seeds.orAsked(6);
  private static final int PARTS = 3;
  private static final int FILES = 12;
  private static final int ARTICLES = 300;
  private static final int LONGEST_MILLIS = 3_500;

  @TempDir private Path folder;

  private Path archive = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void makeArchive() throws IOException {
    archive = Files.createDirectory(folder.resolve("archive"));
    index = folder.resolve("index");
    Random random = new Random(1);
    for (int file = 0; file < FILES; file++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < ARTICLES; i++) {
        String body = ("Lot " + random.nextInt() + " of " + i + " at the harbour. ").repeat(8);
        lines.add("{\"id\":\"%s-%s\",\"title\":\"T\",\"body\":\"%s\"}".formatted(file, i, body));
      }
      Files.write(archive.resolve("f" + file + ".jsonl"), lines);
    }
  }

  @Test
  void nothingIsLostAndNothingIsThereTwice() throws Exception {
    Random random = new Random(Seeds.orAsked(1));
    for (int kill = 0; kill < KILLS; kill++) {
      try (Program program = start(arguments(random.nextInt(PARTS + 1)))) {
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        program.kill();
      }
      if (LuceneSearchEngine.hasIndex(index)) { // a joining that was killed late
        assertThat(Program.on(index, "check").exitCode()).isEqualTo(ExitCode.DONE);
      }
    }
    for (int part = 1; part <= PARTS; part++) {
      finish(arguments(part));
    }
    finish(arguments(0));
    Path whole = folder.resolve("whole");
    finish("index", archive.toString(), "--index", whole.toString());
    IndexContents expected = IndexContents.of(whole);
    IndexContents found = IndexContents.of(index);
    assertThat(expected.articles()).hasSize(FILES * ARTICLES);
    assertThat(found.without(expected)).isEmpty();
    assertThat(expected.without(found)).isEmpty();
  }

  /** Those that read a part, or join them for 0. */
  private String[] arguments(int part) {
    return part == 0
        ? new String[] {"index", "--join", "--index", index.toString()}
        : new String[] {
          "index", archive.toString(), "--index", index.toString(), "--part", part + "/" + PARTS
        };
  }

  private static void finish(String... arguments) throws IOException, InterruptedException {
    try (Program program = start(arguments)) {
      Program.Ended ended = program.ended();
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    }
  }

  private static Program start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Program.command(Path.of("").toAbsolutePath(), arguments));
    builder.environment().put("JDK_JAVA_OPTIONS", "-Dbroadsheet.checkpoint.millis=50");
    return Program.start(builder);
  }
}
