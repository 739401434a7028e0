package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UncaughtHandlerTest {

  private static final int PATIENCE_SECONDS = 60;

  /** Runs out of memory on a thread beside the main one, which would go on for ever. */
  static final class Hungry {
    public static void main(String[] args) throws InterruptedException {
      Thread.setDefaultUncaughtExceptionHandler(new UncaughtHandler());
      Thread.ofVirtual().start(() -> System.out.println(new long[Integer.MAX_VALUE / 2].length));
      Thread.sleep(TimeUnit.SECONDS.toMillis(2L * PATIENCE_SECONDS));
    }
  }

  @Test
  void programWithoutMemoryEndsAndSaysSo() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                place(UncaughtHandler.class)
                    + System.getProperty("path.separator")
                    + place(Hungry.class),
                Hungry.class.getName())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(ExitCode.OUT_OF_MEMORY);
      assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("Out of memory. Give more")
          .hasLineCount(1);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
