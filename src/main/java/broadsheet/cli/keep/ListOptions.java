package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.desk.Actor;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.path.PathName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every {@code list} command. */
class ListOptions {

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "Whose lists, where serve --user-header names users: that user’s own and those that user"
              + " sees. Default: all lists; new ones have no owner.")
  private @Nullable String user;

  @Mixin private CommonOptions common;

  CommonOptions common() {
    return common;
  }

  /** A command for the same lists, to be typed as it is. */
  String command(String rest) {
    return common.command(rest + (user == null ? "" : " --user " + PathName.quoted(user)));
  }

  /** The user whose lists are meant; empty for all users. */
  Optional<String> user() {
    return Optional.ofNullable(user).map(UserNames::required);
  }

  /** The lists, changed by the operator. */
  Lists lists() {
    return common.desk().by(Actor.operator(user().orElse(""))).lists();
  }

  /** The lists of the user, or of all users. */
  List<ReadingList> all() {
    return user().map(lists()::all).orElseGet(lists()::ofAllUsers);
  }

  /** Formats a number of articles: {@code 1,234 articles}. */
  static String articles(int count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "article" : "articles");
  }
}
