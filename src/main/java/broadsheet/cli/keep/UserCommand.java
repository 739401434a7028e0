package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code user} command: groups the commands for the users named by a proxy. */
@Command(
    name = "user",
    description =
        "Removes and renames users of serve --user-header, with what they keep. A server may run"
            + " meanwhile.",
    subcommands = {UserRemoveCommand.class, UserRenameCommand.class})
public final class UserCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("UnusedVariable") // its options are given to the subcommands
  private CommonOptions common;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Usage: user remove NAME or user rename OLD NEW");
  }
}
