package broadsheet.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The whole command line: {@code ./broadsheet COMMAND}. */
@Command(
    name = "broadsheet",
    description = "Full-text search for news archives.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      IndexCommand.class,
      SearchCommand.class,
      ExplainCommand.class,
      ShowCommand.class,
      StatsCommand.class,
      LedgerCommand.class,
      CheckCommand.class,
      EvaluateCommand.class,
      AlertCommand.class,
      HelpCommand.class
    },
    footer = {"", "Exit code: 0 found or done, 1 nothing found, 2 error."})
public final class BroadsheetCommand {

  /**
   * A strong reference, or the level set on it would be lost. Its one warning is of no use to
   * readers.
   */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private BroadsheetCommand() {}

  /**
   * Runs one command.
   *
   * @return the exit code: 0 found or done, 1 nothing found, 2 error
   */
  public static int run(String... args) {
    return run(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    VECTORS.setLevel(Level.SEVERE);
    CommandLine commands = commandLine().setOut(out).setErr(err);
    if (args.length == 0) {
      commands.usage(err);
      return ExitCode.ERROR;
    }
    return commands.execute(args);
  }

  /** All commands and flags. */
  public static CommandLine commandLine() {
    CommandLine commands =
        new CommandLine(new BroadsheetCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Failures::wrongUse)
            .setExecutionExceptionHandler(Failures::failed);
    // A query may contain words that begin with a minus.
    takesQueries(named(commands, "search"));
    takesQueries(named(commands, "explain"));
    takesQueries(named(named(commands, "alert"), "add"));
    return commands;
  }

  private static CommandLine named(CommandLine commands, String name) {
    return requireNonNull(commands.getSubcommands().get(name));
  }

  private static void takesQueries(CommandLine command) {
    command
        .setPosixClusteredShortOptionsAllowed(false)
        .setUnmatchedOptionsArePositionalParams(true);
  }
}
