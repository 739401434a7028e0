package broadsheet.desk;

/**
 * The users who keep something. Their names come from outside, so a user without lists, searches or
 * read marks is not known here. Thread-safe, and safe between processes.
 */
public interface Users {

  /**
   * What a user keeps.
   *
   * @param lists that no other user sees
   * @param sharedLists that others see
   * @param searches saved ones
   * @param readMarks articles marked as read
   * @param keepsReadMarks whether read marks are kept, even if there are none
   */
  record Kept(int lists, int sharedLists, int searches, int readMarks, boolean keepsReadMarks) {

    public boolean isNothing() {
      return lists + sharedLists + searches == 0 && !keepsReadMarks;
    }
  }

  /**
   * What a user keeps.
   *
   * @throws DeskException when it cannot be read
   */
  Kept kept(String user);

  /**
   * Removes what a user alone sees: private lists, saved searches, read marks. Shared lists stay,
   * under another name where the heir has one of the same. Does the rest where it was interrupted.
   *
   * @param heir who owns the shared lists from then on; empty for all users
   * @return what the user kept
   * @throws DeskException when it cannot be removed, perhaps not all of it
   */
  Kept remove(String user, String heir);

  /**
   * Gives all that one user keeps to another. Lists of the same name both stay, one of them under
   * another name.
   *
   * @param isMerge whether the other may keep something already, as after an interruption
   * @return what the user kept
   * @throws DeskException when the other keeps something and it is no merge, and nothing changes;
   *     or it cannot be stored, perhaps not all of it
   */
  Kept rename(String user, String other, boolean isMerge);

  /**
   * Requires that two users become one by a merge only.
   *
   * @param other what the other user keeps
   * @throws DeskException when it is no merge and the other keeps something
   */
  static void requireMerge(String name, Kept other, boolean isMerge) {
    if (!isMerge && !other.isNothing()) {
      throw new DeskException(
          "A user named “%s” keeps something already. To make the two one: --merge"
              .formatted(name));
    }
  }
}
