package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.SavedSearch;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code alert remove} command: removes an alert. */
@Command(name = "remove", description = "Removes an alert with its list of new articles.")
final class AlertRemoveCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The alert's id; alert list prints it.")
  private String id = "";

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Optional<SavedSearch> removed = common.desk().searches().remove(id);
    if (removed.isEmpty()) {
      return AlertPrinter.unknown(id, common.index(), spec.commandLine().getErr());
    }
    spec.commandLine().getOut().printf("removed    %s  %s%n", id, removed.get().reading());
    return ExitCode.DONE;
  }
}
