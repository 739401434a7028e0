package broadsheet.desk;

import java.util.List;

/**
 * The users with anything on the desk. Their names come from outside, so a user without lists,
 * searches or read marks is unknown here. Searches change first: if an update holds them for too
 * long, nothing has changed yet. Thread-safe, and safe between processes.
 */
public final class Users {

  private final SavedSearches searches;
  private final ListNames lists;
  private final ReadMarks readMarks;
  private final Audit audit;

  Users(Store store, Audit audit) {
    searches = new SavedSearches(store, audit);
    lists = new ListNames(store);
    readMarks = new ReadMarks(store);
    this.audit = audit;
  }

  /**
   * Counts of everything that a user keeps.
   *
   * @param lists the number of lists that no other user sees
   * @param sharedLists the number of lists that others see
   * @param searches the number of saved searches
   * @param readMarks the number of articles marked as read
   * @param keepsReadMarks whether read marks are kept, even if there are none
   */
  public record Kept(
      int lists, int sharedLists, int searches, int readMarks, boolean keepsReadMarks) {

    public boolean isNothing() {
      return lists + sharedLists + searches == 0 && !keepsReadMarks;
    }
  }

  /**
   * Counts everything that a user keeps.
   *
   * @throws DeskException when it cannot be read
   */
  public Kept kept(String user) {
    List<ReadingList> owned = lists.read().ownedBy(user);
    int shared = (int) owned.stream().filter(ReadingList::isShared).count();
    return new Kept(
        owned.size() - shared,
        shared,
        searches.ownedBy(user),
        readMarks.all(user).size(),
        readMarks.isOn(user));
  }

  /**
   * Removes a user's private lists, saved searches and read marks. Shared lists pass to the heir,
   * renamed if the heir has a list of the same name. Finishes an interrupted removal.
   *
   * @param heir the new owner of the shared lists; empty for all users
   * @return the counts before the removal
   * @throws DeskException when it cannot be removed, or only in part
   */
  public Kept remove(String user, String heir) {
    Kept kept = kept(user);
    if (!kept.isNothing()) {
      audit.userRemoved(user, heir, kept);
      searches.removeAllOf(user);
      lists.leave(user, heir);
      readMarks.erase(user);
    }
    return kept;
  }

  /**
   * Gives everything that one user keeps to another. If both have a list of the same name, one is
   * renamed.
   *
   * @param isMerge whether the other may keep something already, as after an interruption
   * @return the counts before the change
   * @throws DeskException when the other keeps something and this is no merge, and nothing changes;
   *     or when the change cannot be stored, or only in part
   */
  public Kept rename(String user, String other, boolean isMerge) {
    Kept kept = kept(user);
    requireMerge(other, isMerge);
    if (!kept.isNothing()) {
      audit.userRenamed(user, other, kept);
      searches.giveAll(user, other);
      lists.giveAll(user, other);
      readMarks.give(user, other);
    }
    return kept;
  }

  private void requireMerge(String name, boolean isMerge) {
    if (!isMerge && !kept(name).isNothing()) {
      throw new DeskException(
          "A user named “%s” keeps something already. To make the two one: --merge"
              .formatted(name));
    }
  }
}
