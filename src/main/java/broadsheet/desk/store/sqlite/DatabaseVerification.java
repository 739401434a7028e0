package broadsheet.desk.store.sqlite;

import broadsheet.desk.DeskException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verifies a database before this process first uses it. SQLite may read a damaged page as a page
 * without rows, so a list could look empty and be overwritten. Thread-safe.
 */
final class DatabaseVerification {

  /** The files that this process has verified, with their state at that time. */
  private static final Map<Path, DatabaseFile.FileState> VERIFIED = new ConcurrentHashMap<>();

  private final DatabaseFile file;

  DatabaseVerification(DatabaseFile file) {
    this.file = file;
  }

  /** A verification of a database. */
  interface Check {
    void of(Session session) throws SQLException;
  }

  /** Verifies the file unless it is as it was when this process did so. */
  void once(Session session, Check check) throws SQLException {
    DatabaseFile.FileState state = file.state();
    if (!state.equals(VERIFIED.get(file.path()))) {
      check.of(session);
      VERIFIED.put(file.path(), state);
    }
  }

  /** Trusts the file as it is now. */
  void trust() {
    VERIFIED.put(file.path(), file.state());
  }

  /**
   * Verifies every record and the structure of the database.
   *
   * @throws DeskException when it is damaged
   */
  void requireWhole(Session session) throws SQLException {
    List<String> said = session.all(row -> row.getString(1), "PRAGMA integrity_check(1)");
    if (!said.equals(List.of("ok"))) {
      throw file.damaged(said.isEmpty() ? "it cannot be examined" : said.getFirst(), null);
    }
  }

  /**
   * Verifies that the database has the tables of this release.
   *
   * @throws DeskException when it is damaged
   */
  void requireTables(Session session) throws SQLException {
    if (!tables(session).equals(expectedTables())) {
      throw file.damaged("its tables are not as they were made", null);
    }
  }

  private static List<String> expectedTables() throws SQLException {
    try (Session memory = Session.inMemory()) {
      Schema.make(memory);
      return tables(memory);
    }
  }

  /** The statements that made the tables. */
  static List<String> tables(Session session) throws SQLException {
    return session.all(
        row -> row.getString(1).replaceAll("\\s+", " "),
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql");
  }
}
