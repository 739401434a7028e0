package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code serve} as a process that says who can see what. */
class OpenServerIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"0.0.0.0,1", "127.0.0.1,0"})
  void serverThatOthersReachWarnsOnce(String host, int warnings) throws Exception {
    try (Serving serving = serving("--host", host)) {
      assertThat(serving.program().err().lines().filter(line -> line.startsWith("Warning: ")))
          .hasSize(warnings)
          .allMatch(line -> line.contains("can search, read and download all articles"));
    }
  }

  @Test
  void watchIsReported() throws Exception {
    try (Serving serving = serving("--watch")) {
      assertThat(serving.get("/healthz").body()).contains("\"watch\":\"running\"");
    }
  }

  private Serving serving(String... more) throws Exception {
    String[] usual = {
      "serve", "seeds", "--port", "0", "--index", folder.resolve("index").toString()
    };
    String[] all = new String[usual.length + more.length];
    System.arraycopy(usual, 0, all, 0, usual.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return Serving.readied(Program.start(all));
  }
}
