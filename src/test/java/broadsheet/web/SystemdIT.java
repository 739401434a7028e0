package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The units of the package and of docs/deploy.md are what systemd understands. */
class SystemdIT {
  private static final Path PACKAGED =
      Path.of("src/deb/files/usr/lib/systemd/system/broadsheet.service");

  @TempDir private Path folder;

  @BeforeAll
  static void find() {
    assumeTrue(RunningProxy.program("systemd-analyze").isPresent(), "systemd is not installed");
  }

  /** The output of {@code systemd-analyze} for a unit whose program is there. */
  private String complaints(String unit) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("broadsheet.service"),
            unit.replaceAll("ExecStart=\\S+", "ExecStart=/bin/true"));
    Process process =
        new ProcessBuilder("systemd-analyze", "verify", "--man=no", file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }

  @Test
  void unitsAreUnderstood() throws Exception {
    String printed = RunningProxy.block("ini", "[Service]");
    assertThat(complaints(printed)).isEmpty();
    assertThat(complaints(Files.readString(PACKAGED))).isEmpty();
    assertThat(complaints(printed.replace("Restart=", "Restarts="))).contains("Restarts");
  }
}
