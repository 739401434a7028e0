package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script of docs/python.md against a server. */
class PythonIT {
  private static final Pattern SCRIPT = Pattern.compile("(?s)```python\\n(.*?)```");
  private static final int LONGEST = 40;

  @TempDir private Path folder;
  @AutoClose private TestServer server;

  @BeforeEach
  void serve() throws IOException {
    server = TestServer.shared();
  }

  private static String script() throws IOException {
    Matcher script = SCRIPT.matcher(Files.readString(Path.of("docs", "python.md")));
    assertThat(script.find()).isTrue();
    return script.group(1);
  }

  private record Ended(int exitCode, List<String> out, String err) {}

  private Ended run(String site, String query) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("search.py"), script());
    Process process =
        new ProcessBuilder("python3", file.toString(), site, query)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readAllLines(folder.resolve("out"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("err")));
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void scriptSearchesPagesAndExports() throws Exception {
    assumeTrue(hasPython(), "no python3");
    Ended ended = run(server.address(""), "tide");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out().getFirst()).isEqualTo("25 articles, read as: tide");
    assertThat(ended.out().subList(1, 26))
        .isSorted()
        .allMatch(line -> line.matches("2022-03-\\d\\d\tEllery Pilots’ Gazette\tTide bulletin.*"));
    assertThat(ended.out().getLast()).isEqualTo("25 rows in results.csv");
    assertThat(Files.readString(folder.resolve("results.csv"))).startsWith("id,title,");
  }

  @Test
  void errorsEndItWithTheServersExplanation() throws Exception {
    assumeTrue(hasPython(), "no python3");
    Ended ended = run(server.address("/article/nobody.json?unused="), "tide");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).isEqualToIgnoringNewLines("This archive has no article “nobody”.");
  }

  @Test
  void scriptIsShort() throws IOException {
    assertThat(script().lines()).hasSizeLessThanOrEqualTo(LONGEST);
  }
}
