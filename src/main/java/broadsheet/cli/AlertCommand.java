package broadsheet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps the list of saved searches; what is done with it is a command of its own. */
@Command(
    name = "alert",
    description = {
      "Saves searches that tell of the articles that come in for them. Each has a page and a feed"
          + " at /alerts of ./broadsheet serve."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {AlertAddCommand.class, AlertListCommand.class, AlertRemoveCommand.class})
final class AlertCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say add QUERY, list or remove ID");
  }
}
