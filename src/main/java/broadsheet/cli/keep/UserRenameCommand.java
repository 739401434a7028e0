package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Users;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code user rename} command. */
@Command(
    name = "rename",
    description = "Gives a user’s lists, saved searches and read marks to another name.")
final class UserRenameCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "OLD", description = "The name as it was.")
  private String old = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The name as the proxy sends it now.")
  private String name = "";

  @Option(
      names = "--merge",
      description =
          "Lets NEW be a user who keeps something already. Lists of the same name both stay, one of"
              + " them with a number.")
  private boolean isMerge;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String user = UserNames.required(old);
    String other = UserNames.required(name);
    if (user.equals(other)) {
      throw new UsageException("OLD and NEW are the same name; nothing was changed.", null);
    }
    Users.Kept kept = common.desk().users().rename(user, other, isMerge);
    if (kept.isNothing()) {
      return UserNames.unknown(user, common.index(), spec.commandLine().getErr());
    }
    spec.commandLine()
        .getOut()
        .printf(
            "Renamed %s to %s: %s, %s and %s%n",
            user,
            other,
            UserNames.counted(kept.lists() + kept.sharedLists(), "list"),
            UserNames.counted(kept.searches(), "saved search"),
            UserNames.counted(kept.readMarks(), "read mark"));
    return ExitCode.DONE;
  }
}
