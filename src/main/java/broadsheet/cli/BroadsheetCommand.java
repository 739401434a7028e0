package broadsheet.cli;

import broadsheet.cli.archive.BackupCommand;
import broadsheet.cli.archive.CheckCommand;
import broadsheet.cli.archive.RestoreCommand;
import broadsheet.cli.archive.StatsCommand;
import broadsheet.cli.archive.UpgradeCommand;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OperationOptions;
import broadsheet.cli.common.PathArgument;
import broadsheet.cli.common.TerminalOutput;
import broadsheet.cli.common.Version;
import broadsheet.cli.erase.EraseCommand;
import broadsheet.cli.evaluate.EvaluateCommand;
import broadsheet.cli.extension.ExtensionsCommand;
import broadsheet.cli.keep.AlertCommand;
import broadsheet.cli.keep.ListCommand;
import broadsheet.cli.keep.NameCommand;
import broadsheet.cli.keep.UserCommand;
import broadsheet.cli.pack.PackCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The whole command line: {@code ./broadsheet COMMAND}. */
@Command(
    name = "broadsheet",
    description = "Full-text search for news archives.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    addMethodSubcommands = false,
    footer = {"", "Exit code: 0 found or done, 1 nothing found, 2 error."})
public final class BroadsheetCommand {

  /**
   * A strong reference, or the level set on it would be lost. Its one warning is of no use to
   * readers.
   */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          IndexCommand.class,
          SearchCommand.class,
          ExplainCommand.class,
          ShowCommand.class,
          StatsCommand.class,
          LedgerCommand.class,
          CheckCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          UpgradeCommand.class,
          EraseCommand.class,
          PackCommand.class,
          EvaluateCommand.class,
          AlertCommand.class,
          ListCommand.class,
          UserCommand.class,
          NameCommand.class,
          WordsCommand.class,
          BatchCommand.class,
          ReceiptCommand.class,
          ReplayCommand.class,
          VerifyCommand.class,
          McpCommand.class,
          ExtensionsCommand.class,
          HelpCommand.class);

  private BroadsheetCommand() {}

  /**
   * Runs one command.
   *
   * @return the exit code, see {@link ExitCode}
   */
  public static int run(String... args) {
    return run(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    VECTORS.setLevel(Level.SEVERE);
    PrintWriter shown = new TerminalOutput(err);
    CommandLine commands = commandLine(needed(args)).setOut(new TerminalOutput(out)).setErr(shown);
    if (args.length == 0) {
      commands.usage(shown);
      return ExitCode.ERROR;
    }
    return commands.execute(args);
  }

  /**
   * The commands to set up: the one that the arguments begin with, or all, for the help and for
   * mistyped names. Setting up all takes as long as opening the index. A command is known by its
   * class, since reading all their annotations takes long, too.
   */
  private static List<Class<?>> needed(String... args) {
    String wanted = args.length == 0 ? "" : args[0] + "Command";
    return COMMANDS.stream()
        .filter(command -> command != HelpCommand.class)
        .filter(command -> command.getSimpleName().equalsIgnoreCase(wanted))
        .<List<Class<?>>>map(List::of)
        .findFirst()
        .orElse(COMMANDS);
  }

  /** All commands and flags. */
  public static CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  private static CommandLine commandLine(List<Class<?>> commands) {
    CommandLine all = new CommandLine(new BroadsheetCommand());
    commands.forEach(all::addSubcommand);
    OperationOptions.addTo(all);
    all.registerConverter(Path.class, new PathArgument())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(
            parsed -> {
              EarlyOptions.passOn(parsed);
              return new CommandLine.RunLast().execute(parsed);
            })
        .setParameterExceptionHandler(Failures::wrongUse)
        .setExecutionExceptionHandler(Failures::failed);
    letTakeQueries(all, "search");
    letTakeQueries(all, "explain");
    letTakeQueries(all, "receipt");
    letTakeQueries(all, "pack");
    letTakeQueries(all.getSubcommands().get("alert"), "add");
    return all;
  }

  /** A query may contain words that begin with a minus. */
  private static void letTakeQueries(@Nullable CommandLine parent, String name) {
    CommandLine command = parent == null ? null : parent.getSubcommands().get(name);
    if (command != null) {
      command
          .setPosixClusteredShortOptionsAllowed(false)
          .setUnmatchedOptionsArePositionalParams(true);
    }
  }

  /**
   * Accepts options before the name of a subcommand, too: {@code alert --index DIR list}. If an
   * option is given in both places, the one after the name counts. Stateless.
   */
  private static final class EarlyOptions {
    private EarlyOptions() {}

    /**
     * Gives the options of each command to its subcommand.
     *
     * @throws ParameterException if the subcommand does not take one
     */
    static void passOn(ParseResult parsed) {
      if (!parsed.hasSubcommand()) {
        return;
      }
      ParseResult sub = parsed.subcommand();
      for (OptionSpec early : parsed.matchedOptionsSet()) {
        if (!early.usageHelp() && !sub.hasMatchedOption(early.longestName())) {
          passOn(early, sub);
        }
      }
      passOn(sub);
    }

    private static void passOn(OptionSpec early, ParseResult sub) {
      OptionSpec same = sub.commandSpec().findOption(early.longestName());
      if (same == null) {
        throw new ParameterException(
            sub.commandSpec().commandLine(),
            "%s does not take %s.".formatted(sub.commandSpec().name(), early.longestName()));
      }
      same.setValue(early.getValue());
    }
  }
}
