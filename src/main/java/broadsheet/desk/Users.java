package broadsheet.desk;

import java.util.List;

/**
 * The users who keep something. Their names come from outside, so a user without lists, searches or
 * read marks is not known here. Searches change first: an update may hold them, and then nothing
 * has changed yet. Thread-safe, and safe between processes.
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
   * @param lists that no other user sees
   * @param sharedLists that others see
   * @param searches saved ones
   * @param readMarks articles marked as read
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
   * Removes what a user alone sees: private lists, saved searches, read marks. Shared lists stay,
   * under another name where the heir has one of the same. Does the rest where it was interrupted.
   *
   * @param heir who owns the shared lists from then on; empty for all users
   * @return what the user kept
   * @throws DeskException when it cannot be removed, perhaps not all of it
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
   * Gives all that one user keeps to another. Lists of the same name both stay, one of them under
   * another name.
   *
   * @param isMerge whether the other may keep something already, as after an interruption
   * @return what the user kept
   * @throws DeskException when the other keeps something and it is no merge, and nothing changes;
   *     or it cannot be stored, perhaps not all of it
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
