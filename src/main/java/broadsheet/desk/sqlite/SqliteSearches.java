package broadsheet.desk.sqlite;

import broadsheet.desk.DeskException;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearches;
import broadsheet.desk.audit.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The saved searches in a database. Lists of earlier releases join it when it is first changed. */
final class SqliteSearches implements SavedSearches {

  private static final String FILE = "searches.db";

  /** The lock of earlier releases, an empty file. */
  private static final String FORMER_LOCK = "alerts.lock";

  static final List<String> STEPS =
      List.of(
          """
          CREATE TABLE search (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            search TEXT NOT NULL,
            reading TEXT NOT NULL,
            created_at TEXT NOT NULL,
            sum INTEGER NOT NULL CHECK (sum = crc(id, search, reading, created_at))
          ) STRICT
          """,
          "ALTER TABLE search RENAME TO former_search",
          """
          CREATE TABLE search (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            owner TEXT NOT NULL,
            search TEXT NOT NULL,
            reading TEXT NOT NULL,
            created_at TEXT NOT NULL,
            sum INTEGER NOT NULL CHECK (sum = crc(id, owner, search, reading, created_at))
          ) STRICT
          """,
          """
          INSERT INTO search
          SELECT number, id, '', search, reading, created_at,
            crc(id, '', search, reading, created_at)
          FROM former_search
          """,
          "DROP TABLE former_search");

  private static final String ALL =
      "SELECT id, search, reading, created_at, owner FROM search ORDER BY number";

  private static final String OF_OLDER_RELEASE =
      "SELECT id, search, reading, created_at, '' FROM search ORDER BY number";

  private static final String INSERT =
      """
      INSERT OR IGNORE INTO search (id, owner, search, reading, created_at, sum)
      VALUES (?1, ?5, ?2, ?3, ?4, crc(?1, ?5, ?2, ?3, ?4))
      """;

  private static final String GIVE =
      """
      UPDATE search SET owner = ?2, sum = crc(id, ?2, search, reading, created_at)
      WHERE owner = ?1
      """;

  private final DeskFolder desk;
  private final Database database;
  private final Audit audit;

  private final List<FormerSearches> former;

  SqliteSearches(DeskFolder desk, Audit audit) {
    this(desk, new Database(desk, FILE, Database.RESTORE, STEPS), audit);
  }

  private SqliteSearches(DeskFolder desk, Database database, Audit audit) {
    this.desk = desk;
    this.database = database;
    this.audit = audit;
    former =
        List.of(
            new FormerSearches(
                desk.file(FormerSearches.NAME), desk.file(FormerSearches.NAME + ".old")),
            new FormerSearches(
                desk.formerly(FormerSearches.NAME),
                desk.file(FormerSearches.NAME + ".of-index.old")));
  }

  Database database() {
    return database;
  }

  /** The same searches, with another log of what is changed. */
  SqliteSearches loggedBy(Audit other) {
    return new SqliteSearches(desk, database, other);
  }

  @Override
  public List<SavedSearch> all() {
    Map<String, SavedSearch> all = new LinkedHashMap<>();
    database.read(SqliteSearches::all).orElse(List.of()).forEach(each -> all.put(each.id(), each));
    for (FormerSearches file : former) {
      file.read().forEach(search -> all.putIfAbsent(search.id(), search));
    }
    return List.copyOf(all.values());
  }

  private static List<SavedSearch> all(Session session) throws SQLException {
    return session.all(SqliteSearches::search, isOld(session) ? OF_OLDER_RELEASE : ALL);
  }

  /** Whether no change has brought the file of an earlier release up to date yet. */
  private static boolean isOld(Session session) throws SQLException {
    return session.number("SELECT count(*) FROM pragma_table_info('search') WHERE name = 'owner'")
        == 0;
  }

  private static SavedSearch search(ResultSet row) throws SQLException {
    return new SavedSearch(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Instant.parse(row.getString(4)),
        row.getString(5));
  }

  @Override
  public SavedSearch add(String search, String reading) {
    takeOver();
    SavedSearch saved = SavedSearch.by(audit.actor(), search, reading);
    return database.change(
        session -> {
          List<SavedSearch> known = all(session);
          Optional<SavedSearch> same = known.stream().filter(saved::isSame).findFirst();
          if (same.isPresent()) {
            return same.get();
          }
          if (known.size() >= MOST) {
            throw DeskException.tooManySearches();
          }
          insert(session, saved);
          audit.saved(saved);
          return saved;
        });
  }

  private static void insert(Session session, SavedSearch saved) throws SQLException {
    session.change(
        INSERT,
        saved.id(),
        saved.search(),
        saved.reading(),
        saved.createdAt().toString(),
        saved.owner());
  }

  @Override
  public Optional<SavedSearch> remove(String id) {
    if (find(id).isEmpty()) {
      return Optional.empty();
    }
    takeOver();
    return database.change(
        session -> {
          Optional<SavedSearch> removed =
              all(session).stream().filter(each -> each.id().equals(id)).findFirst();
          removed.ifPresent(audit.actor()::requireOwned);
          session.change("DELETE FROM search WHERE id = ?1", id);
          removed.ifPresent(audit::deleted);
          return removed;
        });
  }

  /** How many searches a user owns. */
  int ownedBy(String user) {
    return (int) all().stream().filter(each -> each.owner().equals(user)).count();
  }

  /** Removes all searches of a user. */
  void removeAllOf(String user) {
    if (ownedBy(user) > 0) {
      database.change(session -> session.change("DELETE FROM search WHERE owner = ?1", user));
    }
  }

  /** Gives all searches of a user to another. */
  void giveAll(String user, String other) {
    if (ownedBy(user) > 0) {
      database.change(session -> session.change(GIVE, user, other));
    }
  }

  @Override
  public Held hold() {
    if (isImpossible()) {
      return new HeldSearches(List.of(), () -> {});
    }
    takeOver();
    Database.Held<List<SavedSearch>> held = database.hold(SqliteSearches::all);
    return new HeldSearches(held.value(), held.release());
  }

  private record HeldSearches(List<SavedSearch> searches, Runnable release) implements Held {
    @Override
    public void close() {
      release.run();
    }
  }

  /**
   * Whether there are no searches and none can be stored, because the folder may not be written.
   */
  private boolean isImpossible() {
    if (isAnyFormer() || desk.isThere()) {
      return false;
    }
    try {
      desk.make();
      return false;
    } catch (DeskException e) {
      return true;
    }
  }

  private boolean isAnyFormer() {
    return former.stream().anyMatch(FormerSearches::isThere);
  }

  @Override
  public long check() {
    database.check();
    return all().size();
  }

  /**
   * Stores the searches of earlier releases' lists, then puts the files aside. A process that is
   * killed in between does so again, which changes nothing.
   *
   * @throws DeskException when a list cannot be read, or its searches cannot be stored
   */
  void takeOver() {
    if (!isAnyFormer()) {
      return;
    }
    database.change(
        session -> {
          for (FormerSearches file : former) {
            for (SavedSearch search : file.read()) {
              insert(session, search);
            }
          }
          return session;
        });
    former.forEach(FormerSearches::retire);
    for (Path lock : List.of(desk.file(FORMER_LOCK), desk.formerly(FORMER_LOCK))) {
      delete(lock);
    }
  }

  private static void delete(Path lock) {
    try {
      Files.deleteIfExists(lock);
    } catch (IOException e) {
      // an empty file that nobody reads
    }
  }
}
