package broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged program in one process that runs many commands, one after another, in the
 * environment that it was started in. Starting a process costs more than most commands do.
 */
final class CommandLoop implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;

  private CommandLoop(Process process) {
    this.process = process;
    answers = process.inputReader(UTF_8);
    commands = process.outputWriter(UTF_8);
  }

  /** Starts it in the environment of a builder, whose command is not used. */
  static CommandLoop start(ProcessBuilder builder) throws IOException {
    List<String> command =
        new ArrayList<>(Program.command(Path.of("").toAbsolutePath(), CommandLoop.class.getName()));
    int jar = command.indexOf("-jar");
    String tests =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.set(jar, "-cp");
    command.set(jar + 1, Program.JAR + ":" + tests);
    command.removeIf(option -> option.startsWith("-XX:AOTCache="));
    builder.command(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    return new CommandLoop(builder.start());
  }

  Program.Ended run(String... arguments) throws IOException {
    commands.write(JSON.writeValueAsString(arguments) + "\n");
    commands.flush();
    return JSON.readValue(answers.readLine(), Program.Ended.class);
  }

  @Override
  public void close() throws IOException {
    commands.close();
    process.destroyForcibly();
  }

  /** Runs each command that comes in as a line of JSON, and answers with a line. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Program.Ended ended = Program.within(JSON.readValue(line, String[].class));
      System.out.write((JSON.writeValueAsString(ended) + "\n").getBytes(UTF_8));
      System.out.flush();
    }
  }
}
