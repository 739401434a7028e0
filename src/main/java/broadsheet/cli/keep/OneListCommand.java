package broadsheet.cli.keep;

import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** A {@code list} command that is about one list, which it names. */
abstract class OneListCommand extends ListSubcommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "The name or id of the list.")
  private String name = "";

  /**
   * The list with that id or name.
   *
   * @throws broadsheet.cli.common.UsageException if there is none
   */
  ReadingList required() {
    return named().required();
  }

  /**
   * Adds articles to the list with that id or name, which is made if there is none. A name alone
   * never means a private list of a user.
   */
  Lists.Put put(List<ListEntry> entries) {
    return named()
        .seen()
        .map(list -> new Lists.Put(list, lists().entries().put(list.id(), entries)))
        .orElseGet(() -> lists().put(user().orElse(""), name, entries));
  }

  private NamedList named() {
    return new NamedList(name, lists(), user(), command("list"));
  }
}
