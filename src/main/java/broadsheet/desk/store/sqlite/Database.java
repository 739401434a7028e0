package broadsheet.desk.store.sqlite;

import broadsheet.desk.DeskException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A SQLite database on the desk. Each call opens its own connection, in under a millisecond, so
 * there is nothing to close and no state that a killed process could leave behind. Changes wait for
 * each other, in this process and between processes. Reads write nothing, so they need no room on
 * the disk; they wait only for the moment of a commit. Thread-safe.
 */
final class Database {

  private static final String AFRESH =
      "To start empty, move it away and delete its line in “contents”, the file beside it.";

  /** The remedy for a damaged database. */
  static final String RESTORE = "Restore it from a backup. " + AFRESH;

  private static final String READING = "BEGIN";
  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'";
  private static final String WRITING = "BEGIN IMMEDIATE";

  /** In place of a version: a database whose tables are unknown is copied, whatever it has. */
  private static final int ANY = 0;

  private final DatabaseFile file;
  private final DatabaseVerification verification;
  private final int version;

  /**
   * @param name the name of the file
   * @param version the version of its content, which the file states
   */
  Database(DeskFolder desk, String name, int version) {
    file = new DatabaseFile(desk, name);
    verification = new DatabaseVerification(file);
    this.version = version;
  }

  /** A database whose tables are unknown to this program. It can still be copied. */
  static Database ofAnotherRelease(DeskFolder desk, String name) {
    return new Database(desk, name, ANY);
  }

  /** Reads or changes a database. */
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  DatabaseFile file() {
    return file;
  }

  /**
   * Reads from one state of the database; empty where there is none yet.
   *
   * @throws DeskException when it cannot be read
   */
  <T> Optional<T> read(Work<T> work) {
    if (!file.isThere()) {
      return Optional.empty();
    }
    try (Session session = open(READING)) {
      if (!isMade(session)) {
        return Optional.empty();
      }
      T result = work.in(session);
      file.seen();
      return Optional.of(result);
    } catch (SQLException e) {
      throw DatabaseFailure.of(e, file);
    }
  }

  /**
   * Changes the database in one transaction, and creates it when missing. If the work throws,
   * nothing changes.
   *
   * @throws DeskException when it cannot be written
   */
  <T> T change(Work<T> work) {
    T result = changed(work);
    file.made();
    verification.trust(); // SQLite has written what this process gave it
    return result;
  }

  private <T> T changed(Work<T> work) {
    try (Session session = begin()) {
      T result = work.in(session);
      session.run("COMMIT");
      return result;
    } catch (SQLException e) {
      throw DatabaseFailure.of(e, file);
    }
  }

  /**
   * Content that others cannot change until it is released.
   *
   * @param release may be called once
   */
  record Held<T>(T value, Runnable release) {}

  /**
   * Reads, and keeps others from changing anything. Changes nothing itself.
   *
   * @throws DeskException when others do not finish in time, or it cannot be written
   */
  <T> Held<T> hold(Work<T> work) {
    try {
      Session session = begin();
      try {
        return new Held<>(work.in(session), () -> release(session));
      } catch (SQLException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (SQLException e) {
      throw DatabaseFailure.of(e, file);
    }
  }

  private void release(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      throw DatabaseFailure.of(e, file);
    }
  }

  private Session begin() throws SQLException {
    if (!file.isThere()) {
      file.make();
    }
    Session session = open(WRITING);
    try {
      if (!isMade(session)) {
        make(session);
        session.run("COMMIT"); // so that a file without tables is one that lost them
        session.run(WRITING);
      }
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void make(Session session) throws SQLException {
    Schema.make(session);
    session.run("PRAGMA user_version = " + version);
  }

  /**
   * Whether the database has its table; a new one does not yet.
   *
   * @throws DeskException when another release wrote it, or its tables are lost
   */
  private boolean isMade(Session session) throws SQLException {
    long found = session.number("PRAGMA user_version");
    if (found == 0
        && (!DatabaseVerification.tables(session).isEmpty() || (file.isExpected() && isUnmade()))) {
      throw file.damaged("its tables are lost", null);
    }
    if (found < 0) {
      throw file.damaged("no release has tables of version " + found, null);
    }
    requireOwn(found);
    return found != 0;
  }

  /** Refuses the content of another release, which this one would misread. */
  private void requireOwn(long found) {
    String versions = "version %s, this program knows %s".formatted(found, version);
    if (found > version) {
      throw new DeskException(
          "%s was written by a newer release of Broadsheet (%s) and is unchanged. Use that release, or restore a backup made with this one."
              .formatted(file.path(), versions));
    } else if (found > 0 && found < version) {
      throw new DeskException(
          "%s was written by an older build of Broadsheet (%s) and is unchanged. Use that build, for example to export lists. %s"
              .formatted(file.path(), versions, AFRESH));
    }
  }

  /**
   * Whether the database still has no tables. Others may have made them since a session began to
   * read.
   */
  private boolean isUnmade() throws SQLException {
    try (Session now = connected(READING)) {
      return now.number("PRAGMA user_version") == 0;
    }
  }

  private Session open(String transaction) throws SQLException {
    Session session = connected(transaction);
    try {
      verification.once(session, this::verify);
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private Session connected(String transaction) throws SQLException {
    file.tighten();
    Connection connection = file.connect();
    try {
      Session session = new Session(connection);
      if (!transaction.equals(READING) && file.isWritable()) {
        requireOwn(session.number("PRAGMA user_version")); // before its journal is changed
        session.useJournal();
        session.run("PRAGMA secure_delete = ON"); // what readers erase is not left in the file
      }
      session.run(transaction);
      return session;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Verifies every record and the structure of the database; does nothing when there is no
   * database.
   *
   * @throws DeskException when it is damaged
   */
  void check() {
    file.requireContents();
    if (file.isThere()) {
      try (Session session = connected(READING)) {
        verify(session);
      } catch (SQLException e) {
        throw DatabaseFailure.of(e, file);
      }
    }
  }

  private void verify(Session session) throws SQLException {
    boolean isOwn = version != ANY && isMade(session);
    verification.requireWhole(session);
    if (isOwn) {
      verification.requireTables(session);
    }
  }

  /**
   * Verifies every record, and counts the rows of each table, and of each kind of documents.
   *
   * @throws DeskException when it is damaged
   */
  Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    try (Session session = connected(READING)) {
      verify(session);
      for (String table : session.all(row -> row.getString(1), TABLES)) {
        rows.put(table, session.number("SELECT count(*) FROM \"%s\"".formatted(table)));
      }
      if (rows.containsKey(DocumentRows.DOCUMENT)) {
        rows.putAll(new DocumentRows(session).counts());
      }
      return rows;
    } catch (SQLException e) {
      throw DatabaseFailure.of(e, file);
    }
  }

  /**
   * Copies one state of the database into a file, which is missing or empty.
   *
   * @throws DeskException when it cannot be read or the copy cannot be written
   */
  void copyTo(Path copy) {
    try (Connection connection = file.connect();
        PreparedStatement copying = connection.prepareStatement("VACUUM INTO ?")) {
      copying.setString(1, copy.toUri().toString());
      copying.execute();
    } catch (SQLException e) {
      throw DatabaseFailure.of(e, file);
    }
  }
}
