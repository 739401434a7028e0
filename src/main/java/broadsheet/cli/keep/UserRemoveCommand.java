package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Users;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code user remove} command. */
@Command(
    name = "remove",
    description =
        "Deletes a user’s private lists, saved searches and read marks. Shared lists stay and"
            + " belong to all users.")
final class UserRemoveCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "The user’s name, as the proxy sends it.")
  private String name = "";

  @Option(
      names = "--to",
      paramLabel = "NAME",
      description = "The user who gets the shared lists. Default: they belong to all users.")
  private @Nullable String heir;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    String user = UserNames.required(name);
    String to = heir == null ? "" : UserNames.required(heir);
    if (user.equals(to)) {
      throw new UsageException("--to takes another user than the one that is removed.", null);
    }
    Users.Kept kept = common.desk().users().remove(user, to);
    if (kept.isNothing()) {
      return UserNames.unknown(user, common.index(), spec.commandLine().getErr());
    }
    spec.commandLine()
        .getOut()
        .printf(
            "Removed %s: deleted %s, %s and %s; %s%n",
            user,
            UserNames.counted(kept.lists(), "private list"),
            UserNames.counted(kept.searches(), "saved search"),
            UserNames.counted(kept.readMarks(), "read mark"),
            left(kept.sharedLists(), to));
    return ExitCode.DONE;
  }

  private static String left(int shared, String to) {
    return UserNames.counted(shared, "shared list")
        + (shared == 1 ? " belongs to " : " belong to ")
        + (to.isEmpty() ? "all users" : to)
        + " now";
  }
}
