package broadsheet.desk.sqlite;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Actor;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of a database without their entries, in a transaction. */
record ListRows(Session session) {

  private static final String LIST =
      """
      SELECT id, name, owner, shared, created_at,
        (SELECT count(*) FROM entry WHERE entry.list = list.id)
      FROM list
      """;

  /** What {@link Actor#sees} says of a user. */
  private static final String SEEN = "(shared > 0 OR owner = ?1)";

  private static final String INSERT =
      """
      INSERT INTO list (id, owner, name, name_key, shared, created_at, used, sum)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT coalesce(max(used), 0) + 1 FROM list),
        crc(?1, ?2, ?3, ?4, ?5, ?6))
      """;

  private static final String UPDATE =
      """
      UPDATE list SET owner = ?2, name = ?3, name_key = ?4, shared = ?5,
        sum = crc(id, ?2, ?3, ?4, ?5, created_at)
      WHERE id = ?1
      """;

  private static final String USE =
      "UPDATE list SET used = (SELECT max(used) + 1 FROM list) WHERE id = ?1";

  /** Those that a user sees, the last used first. */
  List<ReadingList> seenBy(String user) throws SQLException {
    return session.all(ListRows::list, LIST + " WHERE " + SEEN + " ORDER BY used DESC, id", user);
  }

  /** Those of all users, the last used first. */
  List<ReadingList> ofAllUsers() throws SQLException {
    return session.all(ListRows::list, LIST + " ORDER BY used DESC, id");
  }

  List<ReadingList> ownedBy(String user) throws SQLException {
    return session.all(ListRows::list, LIST + " WHERE owner = ?1 ORDER BY used, id", user);
  }

  /** Those that a user sees and that have an article, the last used first. */
  List<ReadingList> having(String user, ArticleRef article) throws SQLException {
    return session.all(
        ListRows::list,
        LIST
            + " WHERE "
            + SEEN
            + " AND id IN (SELECT list FROM entry WHERE fingerprint = ?2 OR article = ?3)"
            + " ORDER BY used DESC, id",
        user,
        article.fingerprint(),
        article.id());
  }

  /** The articles on those that a user sees, each once. */
  List<ArticleRef> articlesSeenBy(String user) throws SQLException {
    return session.all(
        row -> new ArticleRef(row.getString(1), row.getString(2)),
        "SELECT min(article), fingerprint FROM entry JOIN list ON list.id = entry.list WHERE "
            + SEEN
            + " GROUP BY fingerprint",
        user);
  }

  Optional<ReadingList> find(String user, String idOrName) throws SQLException {
    return session.first(
        ListRows::list,
        LIST
            + " WHERE "
            + SEEN
            + " AND (id = ?2 OR name_key = ?3) ORDER BY id = ?2 DESC, owner = ?1 DESC, used DESC",
        user,
        idOrName,
        ReadingList.key(idOrName));
  }

  Optional<ReadingList> withId(String id) throws SQLException {
    return session.first(ListRows::list, LIST + " WHERE id = ?1", id);
  }

  Optional<ReadingList> ofOwner(String owner, String name) throws SQLException {
    return session.first(
        ListRows::list, LIST + " WHERE owner = ?1 AND name_key = ?2", owner, ReadingList.key(name));
  }

  long count() throws SQLException {
    return session.number("SELECT count(*) FROM list");
  }

  void insert(ReadingList list) throws SQLException {
    session.change(
        INSERT,
        list.id(),
        list.owner(),
        list.name(),
        ReadingList.key(list.name()),
        number(list.sharing()),
        list.createdAt().toString());
  }

  /** Replaces the owner, the name and the sharing of the list with that id. */
  void update(ReadingList list) throws SQLException {
    session.change(
        UPDATE,
        list.id(),
        list.owner(),
        list.name(),
        ReadingList.key(list.name()),
        number(list.sharing()));
  }

  /** Makes a list the one that was used last. */
  void use(String id) throws SQLException {
    session.change(USE, id);
  }

  void delete(String id) throws SQLException {
    session.change("DELETE FROM list WHERE id = ?1", id);
  }

  /** Gives all lists of a user to another, under other names where that one has the same. */
  void giveAll(String user, String other) throws SQLException {
    for (ReadingList list : ownedBy(user)) {
      Set<String> taken =
          ownedBy(other).stream()
              .map(each -> ReadingList.key(each.name()))
              .collect(Collectors.toSet());
      update(list.givenTo(other, name -> taken.contains(ReadingList.key(name))));
    }
  }

  private static ReadingList list(ResultSet row) throws SQLException {
    return new ReadingList(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        sharing(row.getInt(4)),
        Instant.parse(row.getString(5)),
        row.getInt(6));
  }

  /** In earlier releases all users could change a shared list, so 1 says that they can. */
  private static Sharing sharing(int shared) {
    return switch (shared) {
      case 0 -> Sharing.PRIVATE;
      case 1 -> Sharing.EDIT;
      default -> Sharing.READ;
    };
  }

  private static int number(Sharing sharing) {
    return switch (sharing) {
      case PRIVATE -> 0;
      case EDIT -> 1;
      case READ -> 2;
    };
  }
}
