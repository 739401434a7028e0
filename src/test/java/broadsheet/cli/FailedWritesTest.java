package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Thorough;
import broadsheet.fault.FaultyFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever write, sync, rename or delete fails, an archive is as it was or as it should be. Fails
 * some of the changes of some scenarios; with {@code -Dstress} all of them, which takes an hour.
 */
@Thorough
@EnabledOnOs(OS.LINUX)
class FailedWritesTest {

  /** The number of scenarios, and of failures in each manner. */
  private static final int SAMPLE = 3;

  private static final int ALL = 0;
  private static final Duration PATIENCE = Duration.ofHours(3);

  @TempDir private Path folder;

  @Test
  void archiveIsAsBeforeOrAsAfter(TestReporter reporter) throws Exception {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "SQLite is looked into there");
    long seed = Long.getLong("seed", System.nanoTime());
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    boolean isWhole = System.getProperty("stress") != null;
    List<String> scenarios =
        new ArrayList<>(Stream.of(FaultScenario.values()).map(Enum::name).toList());
    if (!isWhole) {
      Collections.shuffle(scenarios, new Random(seed));
      scenarios.subList(SAMPLE, scenarios.size()).clear();
    }
    List<String> command =
        List.of(
            Program.java().toString(),
            FaultyFiles.OPTION,
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx1g",
            "-Dbroadsheet.home=" + Path.of("").toAbsolutePath(),
            "-cp",
            classes,
            FailedWrites.class.getName(),
            folder.toString(),
            String.valueOf(isWhole ? ALL : SAMPLE),
            String.valueOf(seed));
    ProcessBuilder java =
        new ProcessBuilder(Stream.concat(command.stream(), scenarios.stream()).toList());
    try (Program program = Program.start(java)) {
      Program.Ended ended = program.ended(PATIENCE);
      assertThat(ended.exitCode()).as("seed %s: %s", seed, ended.err()).isZero();
      reporter.publishEntry("seed " + seed, ended.out());
      assertThat(ended.out().lines())
          .as("seed %s: %s%s", seed, ended.out(), ended.err())
          .hasSize(scenarios.size())
          .allMatch(line -> line.endsWith("; 0 problems"));
    }
  }
}
