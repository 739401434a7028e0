package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild while the index is served by another process. */
class RebuildIT {

  private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);
  private static final int REBUILDS = 5;

  @TempDir private Path folder;

  @Test
  void readersNeverNoticeButForTheNewArticles() throws Exception {
    Generations generations = new Generations(folder, 300);
    Path index = folder.resolve("index");
    rebuild(generations.write(0), index);
    try (Serving serving = Serving.of(index);
        Reader reader = new Reader(serving, generations)) {
      for (int generation = 1; generation <= REBUILDS; generation++) {
        // alternately larger and smaller
        int next = generation % 2 == 0 ? generation : 10 - generation;
        rebuild(generations.write(next), index);
        reader.awaitGeneration(next, SEEN_WITHIN);
      }
      reader.assertContent();
      assertThat(serving.program().out().lines()).hasSize(1);
    }
  }

  private static void rebuild(Path corpus, Path index) throws Exception {
    Program.Ended ended = Program.run("index", corpus.toString(), "--index", index.toString());
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
  }
}
