package broadsheet.cli.keep;

import broadsheet.cli.common.UsageException;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A list as the command line names it. Immutable.
 *
 * @param name its name or id
 * @param user the user whose lists are meant; empty for all users
 * @param command the command that prints these lists
 */
public record NamedList(String name, Lists lists, Optional<String> user, String command) {

  /**
   * The list with that id or name.
   *
   * @throws UsageException if there is none, or several users have one
   */
  public ReadingList required() {
    return lists
        .find(user.orElse(""), name)
        .or(this::ofAnyUser)
        .orElseThrow(
            () -> new UsageException("No list “%s”. All lists: %s".formatted(name, command)));
  }

  /** The list that the user sees or, without one, that all users see, or the one with that id. */
  Optional<ReadingList> seen() {
    return lists.find(user.orElse(""), name).or(this::withId);
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
              .formatted(named.size(), name, command));
    }
    return withId().or(() -> named.stream().findFirst());
  }

  /** The matching lists of all users; none if the lists of one user are wanted. */
  private List<ReadingList> ofAllUsers(Predicate<ReadingList> wanted) {
    return user.isPresent() ? List.of() : lists.ofAllUsers().stream().filter(wanted).toList();
  }
}
