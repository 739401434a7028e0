package broadsheet.desk.sqlite;

import broadsheet.article.ArticleRef;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListRuleException;
import broadsheet.desk.Lists;
import broadsheet.desk.RandomId;
import broadsheet.desk.ReadingList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists in a database; {@link EntryRows} are what is on them. */
final class SqliteLists implements Lists {

  private static final String LIST =
      """
      SELECT id, name, owner, shared, created_at,
        (SELECT count(*) FROM entry WHERE entry.list = list.id)
      FROM list
      """;

  private static final String SEEN = "(shared = 1 OR owner = ?1)";

  private static final String INSERT_LIST =
      """
      INSERT INTO list (id, owner, name, name_key, shared, created_at, used, sum)
      VALUES (?1, ?2, ?3, ?4, 0, ?5, (SELECT coalesce(max(used), 0) + 1 FROM list),
        crc(?1, ?2, ?3, ?4, 0, ?5))
      """;

  private static final String CHANGE_LIST =
      """
      UPDATE list SET name = ?2, name_key = ?3, shared = ?4,
        sum = crc(id, owner, ?2, ?3, ?4, created_at)
      WHERE id = ?1
      """;

  private static final String USE_LIST =
      "UPDATE list SET used = (SELECT max(used) + 1 FROM list) WHERE id = ?1";

  private final Database database;

  SqliteLists(Database database) {
    this.database = database;
  }

  @Override
  public List<ReadingList> all(String user) {
    return database.read(session -> all(session, user)).orElse(List.of());
  }

  private static List<ReadingList> all(Session session, String user) throws SQLException {
    return session.all(
        SqliteLists::list, LIST + " WHERE " + SEEN + " ORDER BY used DESC, id", user);
  }

  /** The lists of all users, the last used one last. */
  static List<ReadingList> ofAllUsers(Session session) throws SQLException {
    return session.all(SqliteLists::list, LIST + " ORDER BY used, id");
  }

  private static ReadingList list(ResultSet row) throws SQLException {
    return new ReadingList(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4) == 1,
        Instant.parse(row.getString(5)),
        row.getInt(6));
  }

  @Override
  public Optional<ReadingList> find(String user, String idOrName) {
    return database.read(session -> found(session, user, idOrName)).flatMap(found -> found);
  }

  private static Optional<ReadingList> found(Session session, String user, String idOrName)
      throws SQLException {
    return session.first(
        SqliteLists::list,
        LIST
            + " WHERE "
            + SEEN
            + " AND (id = ?2 OR name_key = ?3) ORDER BY id = ?2 DESC, owner = ?1 DESC, used DESC",
        user,
        idOrName,
        ReadingList.key(idOrName));
  }

  private static Optional<ReadingList> withId(Session session, String id) throws SQLException {
    return session.first(SqliteLists::list, LIST + " WHERE id = ?1", id);
  }

  @Override
  public ReadingList create(String user, String name) {
    String kept = ReadingList.named(name);
    return database.change(
        session -> {
          Optional<ReadingList> same = ofOwner(session, user, kept);
          return same.isPresent() ? same.get() : created(session, user, kept);
        });
  }

  private static Optional<ReadingList> ofOwner(Session session, String owner, String name)
      throws SQLException {
    return session.first(
        SqliteLists::list,
        LIST + " WHERE owner = ?1 AND name_key = ?2",
        owner,
        ReadingList.key(name));
  }

  private static ReadingList created(Session session, String user, String name)
      throws SQLException {
    if (session.number("SELECT count(*) FROM list") >= MOST) {
      throw ListRuleException.tooManyLists();
    }
    String id = RandomId.next();
    session.change(INSERT_LIST, id, user, name, ReadingList.key(name), now().toString());
    return withId(session, id).orElseThrow();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public Optional<ReadingList> change(String id, String name, boolean isShared) {
    String kept = ReadingList.named(name);
    return database.change(
        session -> {
          Optional<ReadingList> list = withId(session, id);
          if (list.isPresent()) {
            requireFree(session, list.get(), kept);
            session.change(CHANGE_LIST, id, kept, ReadingList.key(kept), isShared ? 1 : 0);
          }
          return withId(session, id);
        });
  }

  private static void requireFree(Session session, ReadingList list, String name)
      throws SQLException {
    Optional<ReadingList> same = ofOwner(session, list.owner(), name);
    if (same.isPresent() && !same.get().id().equals(list.id())) {
      throw ListRuleException.taken(same.get().name());
    }
  }

  @Override
  public Optional<ReadingList> remove(String id) {
    if (!database.isThere()) {
      return Optional.empty();
    }
    return database.change(
        session -> {
          Optional<ReadingList> removed = withId(session, id);
          session.change("DELETE FROM list WHERE id = ?1", id);
          return removed;
        });
  }

  @Override
  public List<ListEntry> entries(String id) {
    return database.read(session -> new EntryRows(session, id).all()).orElse(List.of());
  }

  @Override
  public List<ArticleRef> articles(String id) {
    return database.read(session -> new EntryRows(session, id).articles()).orElse(List.of());
  }

  @Override
  public int put(String id, List<ListEntry> entries) {
    return database.change(
        session -> {
          if (withId(session, id).isEmpty()) {
            return 0;
          }
          int added = new EntryRows(session, id).put(entries);
          session.change(USE_LIST, id);
          return added;
        });
  }

  @Override
  public int take(String id, Collection<String> fingerprints) {
    return database.isThere()
        ? database.change(session -> new EntryRows(session, id).take(fingerprints))
        : 0;
  }

  @Override
  public boolean note(String id, String fingerprint, String note) {
    return database.change(session -> new EntryRows(session, id).note(fingerprint, note));
  }

  @Override
  public boolean move(String id, String fingerprint, int place) {
    return database.change(session -> new EntryRows(session, id).move(fingerprint, place));
  }

  @Override
  public Map<ArticleRef, List<ReadingList>> having(String user, Collection<ArticleRef> articles) {
    return database.read(session -> having(session, user, articles)).orElse(Map.of());
  }

  private static Map<ArticleRef, List<ReadingList>> having(
      Session session, String user, Collection<ArticleRef> articles) throws SQLException {
    Map<ArticleRef, List<ReadingList>> having = new HashMap<>();
    for (ArticleRef each : articles) {
      List<ReadingList> lists =
          session.all(
              SqliteLists::list,
              LIST
                  + " WHERE "
                  + SEEN
                  + " AND id IN (SELECT list FROM entry WHERE fingerprint = ?2 OR article = ?3)"
                  + " ORDER BY used DESC, id",
              user,
              each.fingerprint(),
              each.id());
      if (!lists.isEmpty()) {
        having.put(each, lists);
      }
    }
    return having;
  }

  @Override
  public List<ArticleRef> listed(String user) {
    return database
        .read(
            session ->
                session.all(
                    row -> new ArticleRef(row.getString(1), row.getString(2)),
                    "SELECT min(article), fingerprint FROM entry JOIN list ON list.id = entry.list"
                        + " WHERE "
                        + SEEN
                        + " GROUP BY fingerprint",
                    user))
        .orElse(List.of());
  }

  @Override
  public long check() {
    database.check();
    return database.read(session -> session.number("SELECT count(*) FROM entry")).orElse(0L);
  }
}
