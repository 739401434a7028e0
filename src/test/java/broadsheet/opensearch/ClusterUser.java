package broadsheet.opensearch;

import broadsheet.cli.BroadsheetCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A user of a cluster: a process whose environment has the credentials, and which runs the commands
 * it is sent, one after another. Closing ends it. Thread-safe.
 */
final class ClusterUser implements AutoCloseable {

  private static final String READY = "Broadsheet is ready at ";

  /** Separates arguments; after the output of a command, precedes its exit code. */
  private static final String MARK = "\u001f";

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter commands;

  /**
   * @param environment the credentials
   * @param folder what it has on its machine
   * @param location the location of the archive, as the command line takes it
   */
  ClusterUser(Map<String, String> environment, Path folder, String location) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ClusterUser.class.getName(),
            folder.toString(),
            location);
    builder.environment().putAll(environment);
    process = builder.redirectErrorStream(true).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  /** The end of a command, and what it printed. */
  record Ended(int exitCode, String output) {}

  /** Runs a command on the archive. */
  synchronized Ended run(String... arguments) throws IOException {
    commands.println(String.join(MARK, arguments));
    StringBuilder output = new StringBuilder();
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(MARK)) {
        return new Ended(Integer.parseInt(line.substring(1)), output.toString());
      }
      output.append(line).append('\n');
    }
    throw new IOException("the process ended: " + output);
  }

  /** Serves the archive beside other commands, and returns the address. */
  synchronized URI serve() throws IOException {
    commands.println(String.join(MARK, "serve", "--port", "0"));
    StringBuilder output = new StringBuilder();
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(READY)) {
        return URI.create(line.substring(READY.length()));
      }
      output.append(line).append('\n');
    }
    throw new IOException("the process ended: " + output);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Runs the commands in standard input, and ends with it. */
  public static void main(String[] archive) throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      List<String> command = new ArrayList<>(List.of(line.split(MARK, -1)));
      command.addAll(List.of("--index", archive[0], "--engine", archive[1]));
      String[] all = command.toArray(String[]::new);
      if (command.getFirst().equals("serve")) {
        Thread.ofPlatform().daemon().start(() -> BroadsheetCommand.run(all));
      } else {
        System.out.println("\n" + MARK + BroadsheetCommand.run(all));
      }
    }
  }
}
