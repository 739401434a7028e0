package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("some.run"), List.of(lines));
  }

  @Test
  void runComesBackAsItWasWritten() {
    Run run = new Run("ours", Map.of("7", List.of("b", "a", "c~2"), "9", List.of()));
    Path file = folder.resolve("ours.run");
    run.write(file);
    assertThat(Run.read(file).tag()).isEqualTo("ours");
    assertThat(Run.read(file).of("7")).containsExactly("b", "a", "c~2");
    assertThat(Run.read(file).of("9")).isEmpty();
  }

  /** Evaluators sort only by score, so equal scores would change the order. */
  @Test
  void writtenScoresFallFromHitToHit() {
    Run run = new Run("ours", Map.of("7", List.of("b", "a")));
    assertThat(run.lines()).containsExactly("7 Q0 b 1 2 ours", "7 Q0 a 2 1 ours");
  }

  @Test
  void scoresCountAndRanksDoNot() throws IOException {
    Path file = file("1 Q0 a 1 0.5 x", "1 Q0 b 2 1.5 x", "1 Q0 b 3 1.0 x");
    assertThat(Run.read(file).of("1")).containsExactly("b", "a");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1 Q0 a 1 0.5, Line 2 .* six fields",
    "1 Q0 a 1 high x, Line 2 .* a score is a number",
  })
  void lineThatCannotBeReadIsNamed(String line, String error) throws IOException {
    Path file = file("1 Q0 a 1 0.5 x", line);
    assertThatThrownBy(() -> Run.read(file))
        .isInstanceOf(JudgingException.class)
        .hasMessageMatching(error + ".*");
  }

  @Test
  void fileThatIsMissingOrEmptyIsNamed() throws IOException {
    assertThatThrownBy(() -> Run.read(folder.resolve("none.run")))
        .isInstanceOf(JudgingException.class)
        .hasMessageContaining("none.run");
    Path empty = file();
    assertThatThrownBy(() -> Run.read(empty)).hasMessageContaining("is empty");
  }
}
