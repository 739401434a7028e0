package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every {@code list} command. */
final class ListOptions {

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "Whose lists, where serve --user-header names users. Default: those made where there are"
              + " no users, and shared ones.")
  private String user = "";

  @Mixin private CommonOptions common;

  CommonOptions common() {
    return common;
  }

  String user() {
    return user;
  }

  Lists lists() {
    return common.desk().lists();
  }

  /**
   * The list with an id or name.
   *
   * @throws UsageException if there is none
   */
  ReadingList required(String name) {
    return lists()
        .find(user, name)
        .orElseThrow(
            () ->
                new UsageException(
                    "No list “%s”. ./broadsheet list prints them all.".formatted(name), null));
  }
}
