package broadsheet.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineLogTest {

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("audit.jsonl");
  }

  private Path older(int number) {
    return folder.resolve("audit.jsonl." + number);
  }

  @Test
  void linesFollowEachOther() throws IOException {
    LineLog log = new LineLog(file, 1_000, 3);
    log.add("é one");
    log.add("");
    new LineLog(file, 1_000, 3).add("three");
    assertThat(file).hasContent("é one\n\nthree\n");
  }

  /** Imitates a kill, or a full disk, in the middle of a line. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8_191, 8_192, 8_193, 20_000})
  void halfALineGoesWithTheNextOne(int length) throws IOException {
    LineLog log = new LineLog(file, 100_000, 3);
    Files.writeString(file, "whole\n" + "x".repeat(length));
    log.add("next");
    assertThat(Files.readString(file)).isEqualTo("whole\nnext\n");
    Files.writeString(file, "x".repeat(length));
    log.add("first");
    assertThat(Files.readString(file)).isEqualTo("first\n");
  }

  @Test
  void fullFilesAreRenamedAndTheOldestIsDeleted() throws IOException {
    LineLog log = new LineLog(file, 10, 3);
    for (int i = 1; i <= 9; i++) {
      log.add("line" + i);
    }
    assertThat(file).hasContent("line9\n");
    assertThat(older(1)).hasContent("line8\n");
    assertThat(older(2)).hasContent("line7\n");
    assertThat(older(3)).doesNotExist();
    log.add("a line that is longer than a file may be");
    assertThat(file).hasContent("a line that is longer than a file may be\n");
    assertThat(older(1)).hasContent("line9\n");
  }

  @Test
  void fileThatIsMissingAmongTheOlderOnesIsNoTrouble() throws IOException {
    LineLog log = new LineLog(file, 1, 3);
    log.add("one");
    log.add("two");
    Files.delete(older(1));
    log.add("three");
    log.add("four");
    assertThat(older(1)).hasContent("three\n");
    assertThat(older(2)).hasContent("two\n");
  }

  @Test
  void singleFileBeginsAnew() throws IOException {
    LineLog log = new LineLog(file, 1, 1);
    log.add("one");
    log.add("two");
    assertThat(file).hasContent("two\n");
    assertThat(older(1)).doesNotExist();
  }

  @Test
  void manyAtOnceLoseNoLine() throws Exception {
    LineLog log = new LineLog(file, 500, 1_000);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> adding = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String line = "line " + i;
        adding.add(
            threads.submit(
                () -> {
                  log.add(line);
                  return line;
                }));
      }
      for (Future<?> each : adding) {
        each.get(30, TimeUnit.SECONDS);
      }
    }
    List<String> lines = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path each : files.filter(path -> !path.toString().endsWith(".lock")).toList()) {
        lines.addAll(Files.readAllLines(each));
      }
    }
    assertThat(lines)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 200).mapToObj(i -> "line " + i).toList());
  }
}
