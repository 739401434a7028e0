package broadsheet.desk.sqlite;

import broadsheet.desk.DeskException;
import broadsheet.desk.RandomId;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The saved searches in a database. Lists of earlier releases join it when it is first changed. */
final class SqliteSearches implements SavedSearches {

  private static final String FILE = "searches.db";

  /** The lock of earlier releases, an empty file. */
  private static final String FORMER_LOCK = "alerts.lock";

  private static final List<String> STEPS =
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
          """);

  private static final String ALL =
      "SELECT id, search, reading, created_at FROM search ORDER BY number";

  private static final String INSERT =
      """
      INSERT OR IGNORE INTO search (id, search, reading, created_at, sum)
      VALUES (?1, ?2, ?3, ?4, crc(?1, ?2, ?3, ?4))
      """;

  private final DeskFolder desk;
  private final Database database;

  private final List<FormerSearches> former;

  SqliteSearches(DeskFolder desk) {
    this.desk = desk;
    database = new Database(desk, FILE, Database.RESTORE, STEPS);
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
    return session.all(SqliteSearches::search, ALL);
  }

  private static SavedSearch search(ResultSet row) throws SQLException {
    return new SavedSearch(
        row.getString(1), row.getString(2), row.getString(3), Instant.parse(row.getString(4)));
  }

  @Override
  public SavedSearch add(String search, String reading) {
    takeOver();
    return database.change(
        session -> {
          List<SavedSearch> known = all(session);
          Optional<SavedSearch> same =
              known.stream().filter(each -> each.search().equals(search)).findFirst();
          return same.isPresent() ? same.get() : added(session, known, search, reading);
        });
  }

  private static SavedSearch added(
      Session session, List<SavedSearch> known, String search, String reading) throws SQLException {
    if (known.size() >= MOST) {
      throw DeskException.tooManySearches();
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    SavedSearch saved = new SavedSearch(RandomId.next(), search, reading, now);
    insert(session, saved);
    return saved;
  }

  private static void insert(Session session, SavedSearch saved) throws SQLException {
    session.change(
        INSERT, saved.id(), saved.search(), saved.reading(), saved.createdAt().toString());
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
          session.change("DELETE FROM search WHERE id = ?1", id);
          return removed;
        });
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
