package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program in a process of its own, as users run it. Every wait is bounded, and closing
 * ends the process.
 */
final class Program implements AutoCloseable {

  /** The result of a process. */
  record Ended(int exitCode, String out, String err) {

    /** Asserts that it did what it was told, and returns its output. */
    String assertDone() {
      assertThat(exitCode).as(err).isEqualTo(ExitCode.DONE);
      return out;
    }

    /** Asserts that it failed properly: with one line on the error and no other output. */
    void assertRefused() {
      assertRefused(ExitCode.ERROR);
    }

    /** Asserts the same with another exit code. */
    void assertRefused(int code) {
      assertThat(exitCode).as(err).isEqualTo(code);
      assertThat(out).isEmpty();
      assertThat(err.lines()).hasSize(1);
    }
  }

  /** The packaged program. */
  static final Path JAR = Path.of("target", "broadsheet.jar").toAbsolutePath();

  /** The cache for a quick start that the build made, for its {@link #JAR} alone. */
  static final Path START_CACHE = Path.of("target", "broadsheet.aot").toAbsolutePath();

  /** Long enough for a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final Path folder;

  private Program(ProcessBuilder builder) throws IOException {
    folder = Files.createTempDirectory("broadsheet-process");
    process =
        builder
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
  }

  /** Starts any command. */
  static Program start(ProcessBuilder builder) throws IOException {
    return new Program(builder);
  }

  /** Starts the program in the tests' folder, which contains the seed articles. */
  static Program start(String... args) throws IOException {
    return startIn(Path.of("").toAbsolutePath(), Path.of("").toAbsolutePath(), args);
  }

  /** Starts the program as the launcher in {@code home} would, from another folder. */
  static Program startIn(Path workingFolder, Path home, String... args) throws IOException {
    return new Program(new ProcessBuilder(command(home, args)).directory(workingFolder.toFile()));
  }

  /** The command line that the launcher in {@code home} would run. */
  static List<String> command(Path home, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dbroadsheet.home=" + home));
    command.addAll(startCache());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(args));
    return command;
  }

  /** Halves the start-up time if the build made a cache; its warnings are not the program's. */
  private static List<String> startCache() {
    return Files.isReadable(START_CACHE)
        ? List.of("-XX:AOTCache=" + START_CACHE, "-Xlog:disable")
        : List.of();
  }

  /** Runs the program to its end. */
  static Ended run(String... args) throws IOException, InterruptedException {
    try (Program program = start(args)) {
      return program.ended();
    }
  }

  /** Runs a command in this process. */
  static Ended within(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        BroadsheetCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Ended(exitCode, out.toString(), err.toString());
  }

  /** Runs a command on an index in this process. */
  static Ended on(Path index, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    int end = all.indexOf("--");
    all.addAll(end < 0 ? all.size() : end, List.of("--index", index.toString()));
    return within(all.toArray(String[]::new));
  }

  /** Does the same, asserts that the command did what it was told, and returns its output. */
  static String done(Path index, String... args) {
    return on(index, args).assertDone();
  }

  /** The JDK the tests run on. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Waits for its end. */
  Ended ended() throws InterruptedException {
    return ended(PATIENCE);
  }

  Ended ended(Duration patience) throws InterruptedException {
    assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
        .as(() -> "ended within " + patience + "; it said: " + err())
        .isTrue();
    return new Ended(process.exitValue(), out(), err());
  }

  /** Its number among the processes of this machine. */
  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to stop: SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Stops it in any state: SIGKILL. */
  void kill() {
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The output so far. */
  String out() {
    return printed("out");
  }

  String err() {
    return printed("err");
  }

  private String printed(String stream) {
    try {
      return Files.readString(folder.resolve(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    kill();
    Files.deleteIfExists(folder.resolve("out"));
    Files.deleteIfExists(folder.resolve("err"));
    Files.deleteIfExists(folder);
  }
}
