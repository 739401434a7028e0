package broadsheet.cli.keep;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Users;
import broadsheet.web.page.FormattedCount;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code user} command: groups the commands for the users named by a proxy. */
@Command(
    name = "user",
    description =
        "Removes and renames users of serve --user-header, with what they keep. A server may run"
            + " meanwhile.",
    subcommands = {UserCommand.RemoveUser.class, UserCommand.RenameUser.class})
public final class UserCommand extends Subcommand {

  @Override
  public Integer call() {
    throw usage("user remove NAME or user rename OLD NEW");
  }

  @Command(
      name = "remove",
      description =
          "Deletes a user’s private lists, alerts and read marks. Shared lists stay and"
              + " belong to all users.")
  static final class RemoveUser extends Subcommand {

    @Parameters(paramLabel = "NAME", description = "The user’s name, as the proxy sends it.")
    private String name = "";

    @Option(
        names = "--to",
        paramLabel = "NAME",
        description = "The user who gets the shared lists. Default: they belong to all users.")
    private @Nullable String heir;

    @Override
    public Integer call() {
      String user = UserNames.required(name);
      String to = heir == null ? "" : UserNames.required(heir);
      if (user.equals(to)) {
        throw new UsageException("--to takes another user than the one that is removed.");
      }
      Users.Kept kept = common().desk().users().remove(user, to);
      if (kept.isNothing()) {
        return UserNames.unknown(user, common().index(), err());
      }
      out()
          .printf(
              "Removed %s: deleted %s, %s and %s; %s%n",
              user,
              FormattedCount.of(kept.lists(), "private list"),
              FormattedCount.of(kept.searches(), "alert"),
              FormattedCount.of(kept.readMarks(), "read mark"),
              left(kept.sharedLists(), to));
      return ExitCode.DONE;
    }

    private static String left(int shared, String to) {
      return FormattedCount.of(shared, "shared list")
          + (shared == 1 ? " belongs to " : " belong to ")
          + (to.isEmpty() ? "all users" : to)
          + " now";
    }
  }

  @Command(
      name = "rename",
      description = "Gives a user’s lists, alerts and read marks to another name.")
  static final class RenameUser extends Subcommand {

    @Parameters(index = "0", paramLabel = "OLD", description = "The name as it was.")
    private String old = "";

    @Parameters(
        index = "1",
        paramLabel = "NEW",
        description = "The name as the proxy sends it now.")
    private String name = "";

    @Option(
        names = "--merge",
        description =
            "Lets NEW be a user who keeps something already. Lists of the same name both stay, one"
                + " of them with a number.")
    private boolean isMerge;

    @Override
    public Integer call() {
      String user = UserNames.required(old);
      String other = UserNames.required(name);
      if (user.equals(other)) {
        throw new UsageException("OLD and NEW are the same name; nothing was changed.");
      }
      Users.Kept kept = common().desk().users().rename(user, other, isMerge);
      if (kept.isNothing()) {
        return UserNames.unknown(user, common().index(), err());
      }
      out()
          .printf(
              "Renamed %s to %s: %s, %s and %s%n",
              user,
              other,
              FormattedCount.of(kept.lists() + kept.sharedLists(), "list"),
              FormattedCount.of(kept.searches(), "alert"),
              FormattedCount.of(kept.readMarks(), "read mark"));
      return ExitCode.DONE;
    }
  }
}
