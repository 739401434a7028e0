package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code alert} command: groups the commands for alerts. */
@Command(
    name = "alert",
    description = {
      "Saves searches as alerts and shows new articles that match. Each has a page and a feed"
          + " at /alerts of ./broadsheet serve."
    },
    subcommands = {
      AlertAddCommand.class,
      AlertListCommand.class,
      AlertShowCommand.class,
      AlertRemoveCommand.class
    })
public final class AlertCommand implements Callable<Integer> {

  @Mixin
  @SuppressWarnings("UnusedVariable") // its options are given to the subcommands
  private CommonOptions common;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Usage: alert add QUERY, alert list, alert show ID or alert remove ID");
  }
}
