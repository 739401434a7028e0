package broadsheet.cli;

import broadsheet.cli.archive.CheckCommand;
import broadsheet.cli.common.UsageException;
import broadsheet.corpus.record.CorpusException;
import broadsheet.desk.DeskException;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.evaluate.JudgingException;
import broadsheet.files.FolderException;
import broadsheet.indexing.SourceLostException;
import broadsheet.ledger.Printable;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Reports a failure in one line on standard error, saying what happened and what to do; {@code
 * --verbose} adds the stack trace.
 */
final class Failures {
  private Failures() {}

  static int wrongUse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .println(
            UsageErrors.explained(e)
                + " (see ./"
                + command.getCommandSpec().qualifiedName()
                + " --help)");
    return CheckCommand.exitCode(command, e);
  }

  static int failed(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println(Printable.line(message(e)));
    if (parsed.asCommandLineList().stream()
        .anyMatch(each -> each.getParseResult().hasMatchedOption("--verbose"))) {
      e.printStackTrace(err);
    }
    return CheckCommand.exitCode(command, e);
  }

  private static String message(Exception e) {
    return switch (e) {
      case EngineException known -> String.valueOf(known.getMessage());
      case EngineBusyException known -> String.valueOf(known.getMessage());
      case CorpusException known -> String.valueOf(known.getMessage());
      case DeskException known -> String.valueOf(known.getMessage());
      case FolderException known -> String.valueOf(known.getMessage());
      case JudgingException known -> String.valueOf(known.getMessage());
      case UsageException known -> String.valueOf(known.getMessage());
      case SourceLostException known -> String.valueOf(known.getMessage());
      default ->
          "Unexpected error%s. Run again with --verbose for details, and please report it."
              .formatted(e.getMessage() == null ? "" : ": " + e.getMessage());
    };
  }
}
