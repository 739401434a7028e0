package broadsheet.cli.keep;

import broadsheet.cli.common.UsageException;
import broadsheet.desk.ReadingList;
import picocli.CommandLine.Parameters;

/** The options of the {@code list} commands that are about one list, and its name. */
final class NamedListOptions extends ListOptions {

  @Parameters(index = "0", paramLabel = "NAME", description = "The name or id of the list.")
  private String name = "";

  /**
   * The list with that id or name.
   *
   * @throws UsageException if there is none
   */
  ReadingList required() {
    return lists()
        .find(user(), name)
        .orElseThrow(
            () ->
                new UsageException(
                    "No list “%s”. ./broadsheet list prints them all.".formatted(name), null));
  }

  /** The list with that id or name, which is made if there is none. */
  ReadingList foundOrMade() {
    return lists().find(user(), name).orElseGet(() -> lists().create(user(), name));
  }
}
