package broadsheet.cli.keep;

import broadsheet.cli.common.UsageException;
import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Parameters;

/** A {@code list} command that is about one list, which it names. */
abstract class OneListCommand extends ListSubcommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "The name or id of the list.")
  private String name = "";

  /**
   * The list with that id or name.
   *
   * @throws UsageException if there is none
   */
  ReadingList required() {
    return found()
        .or(this::ofAnyUser)
        .orElseThrow(
            () ->
                new UsageException("No list “%s”. All lists: %s".formatted(name, command("list"))));
  }

  /**
   * Adds articles to the list with that id or name, which is made if there is none. A name alone
   * never means a private list of a user.
   */
  Lists.Put put(List<ListEntry> entries) {
    return found()
        .or(this::withId)
        .map(list -> new Lists.Put(list, lists().entries().put(list.id(), entries)))
        .orElseGet(() -> lists().put(user().orElse(""), name, entries));
  }

  /** The list that the user sees or, without one, that all users see. */
  private Optional<ReadingList> found() {
    return lists().find(user().orElse(""), name);
  }

  private Optional<ReadingList> withId() {
    return ofAllUsers(list -> list.id().equals(name)).stream().findFirst();
  }

  private Optional<ReadingList> ofAnyUser() {
    String key = ReadingList.key(name);
    List<ReadingList> named = ofAllUsers(list -> ReadingList.key(list.name()).equals(key));
    if (named.size() > 1) {
      throw new UsageException(
          "%s users have a list named “%s”: give --user or its id. All ids: %s"
              .formatted(named.size(), name, command("list")));
    }
    return withId().or(() -> named.stream().findFirst());
  }

  /** The matching lists of all users; none if the lists of one user are wanted. */
  private List<ReadingList> ofAllUsers(Predicate<ReadingList> wanted) {
    return user().isPresent() ? List.of() : lists().ofAllUsers().stream().filter(wanted).toList();
  }
}
