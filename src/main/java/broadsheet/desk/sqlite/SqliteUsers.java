package broadsheet.desk.sqlite;

import broadsheet.desk.ReadingList;
import broadsheet.desk.Users;
import broadsheet.desk.audit.Audit;
import java.sql.SQLException;
import java.util.List;

/**
 * Users of a desk in databases. Searches come first: an update may hold them, and then nothing has
 * changed yet.
 *
 * @param lists the database of lists and read marks
 */
record SqliteUsers(SqliteSearches searches, Database lists, Audit audit) implements Users {

  private static final String GIVE_MARKS =
      "UPDATE mark SET reader = ?2, sum = crc(?2, article, fingerprint) WHERE reader = ?1";

  /** Of two marks of one article, the later one counts. */
  private static final String DROP_DOUBLE_MARKS =
      """
      DELETE FROM mark WHERE reader = ?1 AND number NOT IN
        (SELECT max(number) FROM mark WHERE reader = ?1 GROUP BY fingerprint)
      """;

  @Override
  public Kept kept(String user) {
    int saved = searches.ownedBy(user);
    return lists
        .read(session -> kept(session, user, saved))
        .orElseGet(() -> new Kept(0, 0, saved, 0, false));
  }

  private static Kept kept(Session session, String user, int saved) throws SQLException {
    List<ReadingList> owned = new ListRows(session).ownedBy(user);
    int shared = (int) owned.stream().filter(ReadingList::isShared).count();
    int marks = (int) session.number("SELECT count(*) FROM mark WHERE reader = ?1", user);
    boolean keepsMarks = session.number("SELECT count(*) FROM reader WHERE name = ?1", user) > 0;
    return new Kept(owned.size() - shared, shared, saved, marks, keepsMarks);
  }

  @Override
  public Kept remove(String user, String heir) {
    Kept kept = kept(user);
    if (kept.isNothing()) {
      return kept;
    }
    audit.userRemoved(user, heir, kept);
    searches.removeAllOf(user);
    if (lists.isThere()) {
      lists.change(session -> removed(session, user, heir));
    }
    return kept;
  }

  private static Session removed(Session session, String user, String heir) throws SQLException {
    session.change("DELETE FROM list WHERE owner = ?1 AND shared = 0", user);
    new ListRows(session).giveAll(user, heir);
    session.change("DELETE FROM reader WHERE name = ?1", user);
    return session;
  }

  @Override
  public Kept rename(String user, String other, boolean isMerge) {
    Kept kept = kept(user);
    Users.requireMerge(other, kept(other), isMerge);
    if (kept.isNothing()) {
      return kept;
    }
    audit.userRenamed(user, other, kept);
    searches.giveAll(user, other);
    if (lists.isThere()) {
      lists.change(session -> renamed(session, user, other));
    }
    return kept;
  }

  private static Session renamed(Session session, String user, String other) throws SQLException {
    boolean keepsReadMarks = kept(session, user, 0).keepsReadMarks();
    new ListRows(session).giveAll(user, other);
    if (keepsReadMarks) {
      session.change(SqliteReadMarks.TURN_ON, other);
      session.change(GIVE_MARKS, user, other);
      session.change(DROP_DOUBLE_MARKS, other);
      SqliteReadMarks.dropOldest(session, other);
      session.change("DELETE FROM reader WHERE name = ?1", user);
    }
    return session;
  }
}
