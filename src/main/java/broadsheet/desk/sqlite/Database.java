package broadsheet.desk.sqlite;

import broadsheet.desk.DeskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A SQLite database on the desk. Each call opens a connection of its own, which takes under a
 * millisecond, so there is nothing to close and no state that a killed process could leave behind.
 * Changes wait for each other, in this process and between processes; reading waits for nothing
 * (write-ahead log). Thread-safe.
 */
final class Database {

  /** How long a change waits for another, which may be an update's commit. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A shorter file is cut off, except an empty one, which SQLite takes for a new database. */
  private static final int SMALLEST_PAGE = 512;

  /** The driver's own words, then SQLite's in parentheses. */
  private static final Pattern SQLITE_MESSAGE =
      Pattern.compile("^\\[SQLITE\\w*].*\\((.*)\\)$", Pattern.DOTALL);

  private final DeskFolder desk;
  private final Path file;
  private final String remedy;
  private final List<String> steps;

  /**
   * @param name of the file
   * @param remedy what to do when it is damaged, as a sentence
   * @param steps statements that make its tables. Each release may add some at the end; the file
   *     knows how many it has taken
   */
  Database(DeskFolder desk, String name, String remedy, List<String> steps) {
    this.desk = desk;
    this.file = desk.file(name);
    this.remedy = remedy;
    this.steps = List.copyOf(steps);
  }

  /** What is done with a database. */
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  Path file() {
    return file;
  }

  boolean isThere() {
    return Files.exists(file);
  }

  /**
   * Reads from one state of the database; empty where there is none yet.
   *
   * @throws DeskException when it cannot be read
   */
  <T> Optional<T> read(Work<T> work) {
    if (!isThere()) {
      return Optional.empty();
    }
    try (Session session = open("BEGIN")) {
      return version(session) == 0 ? Optional.empty() : Optional.of(work.in(session));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Changes the database, which is created when missing: all of it or, if it throws, nothing.
   *
   * @throws DeskException when it cannot be written
   */
  <T> T change(Work<T> work) {
    try (Session session = begin()) {
      T result = work.in(session);
      session.run("COMMIT");
      return result;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * What was read while nobody can change anything, which lasts until it is released.
   *
   * @param release may be called once
   */
  record Held<T>(T value, Runnable release) {}

  /**
   * Reads, and keeps others from changing anything.
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
      throw failed(e);
    }
  }

  private void release(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private Session begin() throws SQLException {
    desk.make();
    Session session = open("BEGIN IMMEDIATE");
    try {
      migrate(session);
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void migrate(Session session) throws SQLException {
    int taken = version(session);
    for (String step : steps.subList(taken, steps.size())) {
      session.run(step);
    }
    if (taken < steps.size()) {
      session.run("PRAGMA user_version = " + steps.size());
    }
  }

  private int version(Session session) throws SQLException {
    long version = session.number("PRAGMA user_version");
    if (version < 0 || version > steps.size()) {
      throw new DeskException(
          "%s was written by a newer release of Broadsheet (version %s, this program knows %s) and is unchanged. Use that release, or restore a backup made with this one."
              .formatted(file, version, steps.size()));
    }
    return (int) version;
  }

  /** In bytes; 0 where there is no file. */
  private long size() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private Session open(String transaction) throws SQLException {
    long size = size();
    if (size > 0 && size < SMALLEST_PAGE) {
      throw damaged("it is cut off after %s bytes".formatted(size), null);
    }
    Connection connection = connect();
    try {
      RowChecksum.define(connection);
      Session session = new Session(connection);
      if (isWritable()) {
        session.run("PRAGMA journal_mode = WAL");
        session.run("PRAGMA secure_delete = ON"); // what readers erase is not left in the file
      }
      session.run(transaction);
      return session;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setReadOnly(!isWritable());
    return config.createConnection(
        "jdbc:sqlite:" + file.toUri() + (isFixed() ? "?immutable=1" : ""));
  }

  private boolean isWritable() {
    return Files.isWritable(desk.folder()) && (!isThere() || Files.isWritable(file));
  }

  /** Whether it is on a medium that nobody writes, where not even readers' locks can be kept. */
  private boolean isFixed() {
    return !isWritable() && !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
  }

  /**
   * Verifies every record and how they hang together; does nothing where there is no database.
   *
   * @throws DeskException when it is damaged
   */
  void check() {
    read(session -> session.all(row -> row.getString(1), "PRAGMA integrity_check(1)"))
        .filter(said -> !said.equals(List.of("ok")))
        .ifPresent(
            said -> {
              throw damaged(said.isEmpty() ? "it cannot be examined" : said.getFirst(), null);
            });
  }

  /** An error that says what is damaged and what to do. */
  DeskException damaged(String what, @Nullable Exception cause) {
    return new DeskException(
        "%s is damaged (%s). %s".formatted(file, what.replaceAll("\\s+", " "), remedy), cause);
  }

  private DeskException failed(SQLException e) {
    String what = SQLITE_MESSAGE.matcher(String.valueOf(e.getMessage())).replaceFirst("$1");
    return switch (primaryCode(e)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new DeskException(
              "Another process is changing %s: wait until it is done, then try again."
                  .formatted(file),
              e);
      case SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_PERM ->
          new DeskException(
              "%s cannot be used (%s) and is unchanged. Check disk space and permissions, then try again."
                  .formatted(file, what),
              e);
      default -> damaged(what, e);
    };
  }

  /** The kind of error, of which SQLite's extended codes are variants. */
  private static SQLiteErrorCode primaryCode(SQLException e) {
    return e instanceof SQLiteException known
        ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
