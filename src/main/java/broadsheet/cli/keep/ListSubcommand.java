package broadsheet.cli.keep;

import broadsheet.desk.Actor;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.path.PathName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A {@code list} command, for the lists of one user or of all. */
abstract class ListSubcommand extends Subcommand {
  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "Whose lists, where serve --user-header names users: that user’s own and those that user"
              + " sees. Default: all lists; new ones have no owner.")
  private @Nullable String user;

  /** A command for the same lists, to be typed as it is. */
  String command(String rest) {
    return common().command(rest + (user == null ? "" : " --user " + PathName.quoted(user)));
  }

  /** The user whose lists are meant; empty for all users. */
  Optional<String> user() {
    return Optional.ofNullable(user).map(UserNames::required);
  }

  /** The lists, changed by the operator. */
  Lists lists() {
    return common().desk().by(Actor.operator(user().orElse(""))).lists();
  }

  /** The lists of the user, or of all users. */
  List<ReadingList> all() {
    return user().map(lists()::all).orElseGet(lists()::ofAllUsers);
  }
}
