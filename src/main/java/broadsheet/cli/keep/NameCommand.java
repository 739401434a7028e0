package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.NameCorrections.Numbered;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code name} command: prints the corrections of names, and groups the commands for them. */
@Command(
    name = "name",
    description =
        "Prints the corrections of the names in the archive, the oldest first. name correct"
            + " renames, merges, splits and hides names.",
    subcommands = {
      NameCorrectCommand.class,
      NameUndoCommand.class,
      NameExportCommand.class,
      NameImportCommand.class
    })
public final class NameCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Numbered> all = common.desk().names().all();
    all.forEach(each -> spec.commandLine().getOut().println(CorrectionText.of(each)));
    if (all.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "No corrections yet. Make one: "
                  + common.command("name correct KIND NAME --as RIGHT_NAME"));
    }
    return all.isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
  }
}
