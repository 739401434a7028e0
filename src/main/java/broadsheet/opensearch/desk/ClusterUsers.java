package broadsheet.opensearch.desk;

import broadsheet.desk.ReadingList;
import broadsheet.desk.Users;
import broadsheet.desk.audit.Audit;
import java.util.List;

/**
 * Users of a desk on a cluster. Searches come first: an update may hold them, and then nothing has
 * changed yet.
 */
record ClusterUsers(
    ClusterSearches searches, DirectoryChanges lists, ClusterReadMarks readMarks, Audit audit)
    implements Users {

  @Override
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

  @Override
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

  @Override
  public Kept rename(String user, String other, boolean isMerge) {
    Kept kept = kept(user);
    Users.requireMerge(other, kept(other), isMerge);
    if (!kept.isNothing()) {
      audit.userRenamed(user, other, kept);
      searches.giveAll(user, other);
      lists.giveAll(user, other);
      readMarks.give(user, other);
    }
    return kept;
  }
}
