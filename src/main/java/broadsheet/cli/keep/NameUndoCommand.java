package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.NameCorrections.Numbered;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code name undo} command. */
@Command(name = "undo", description = "Undoes a correction.")
final class NameUndoCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NUMBER", description = "The correction's number, as name prints it.")
  private long number;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Optional<Numbered> undone = common.desk().names().remove(number);
    if (undone.isEmpty()) {
      spec.commandLine()
          .getErr()
          .printf("No correction %s. The numbers: %s%n", number, common.command("name"));
      return ExitCode.NOTHING_FOUND;
    }
    spec.commandLine().getOut().println("undone: " + CorrectionText.of(undone.get()));
    return ExitCode.DONE;
  }
}
