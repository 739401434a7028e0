package broadsheet.desk.store.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import broadsheet.desk.DeskException;
import broadsheet.files.OwnerOnly;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
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

  /** The longest wait for another change, which may be an update's commit. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The remedy for a damaged database that nothing can make again. */
  static final String RESTORE =
      "Restore it from a backup. To begin anew, move it away and delete its line in the file"
          + " contents beside it.";

  /** A shorter file is cut off. SQLite takes an empty one for a new database. */
  private static final int SMALLEST_PAGE = 512;

  /** The first bytes of every SQLite database. */
  private static final byte[] HEAD = "SQLite format 3\0".getBytes(US_ASCII);

  /**
   * The files that this process has verified, and their state since then. SQLite reads a damaged
   * page as one without rows, so a list could look empty and be written over.
   */
  private static final Map<Path, FileState> VERIFIED = new ConcurrentHashMap<>();

  /** The driver's own words, then SQLite's in parentheses. */
  private static final Pattern SQLITE_MESSAGE =
      Pattern.compile("^\\[SQLITE\\w*].*\\((.*)\\)$", Pattern.DOTALL);

  private static final String READING = "BEGIN";
  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'";
  private static final String WRITING = "BEGIN IMMEDIATE";

  private final DeskFolder desk;
  private final Path file;
  private final String remedy;
  private final Schema schema;

  /** Whether it was there, so that it is not made anew when the disk with the desk is gone. */
  private volatile boolean wasOpened;

  /**
   * @param name of the file
   * @param remedy what to do when it is damaged, as a sentence
   */
  Database(DeskFolder desk, String name, String remedy, Schema schema) {
    this.desk = desk;
    this.file = desk.file(name);
    this.remedy = remedy;
    this.schema = schema;
  }

  /** A database whose tables this program does not know. It can be copied. */
  static Database ofAnotherRelease(DeskFolder desk, String name) {
    return new Database(desk, name, RESTORE, Schema.UNKNOWN);
  }

  /** Reads or changes a database. */
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  /** Whether a file begins as a database does. */
  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(HEAD.length), HEAD);
    }
  }

  Path file() {
    return file;
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  /**
   * Whether it was ever made.
   *
   * @throws DeskException when it was, and is gone
   */
  boolean isThere() {
    if (found().filter(Database::isWhole).isPresent()) {
      return true;
    }
    // Looked up before the file: another may be making it, and it is expected once it is made.
    boolean isExpectedIfMissing = isExpected(false);
    boolean isExpectedIfEmpty = isExpected(true);
    Optional<BasicFileAttributes> found = found();
    if (found.isEmpty()) {
      if (isExpectedIfMissing) {
        throw damaged("it is missing", null);
      }
      return false;
    }
    long size = found.get().size();
    if (!found.get().isRegularFile()) {
      throw damaged("it is not a file", null);
    }
    if (size == 0 && isExpectedIfEmpty) {
      throw damaged("it is empty", null);
    }
    if (size > 0 && size < SMALLEST_PAGE) {
      throw damaged("it is cut off after %s bytes".formatted(size), null);
    }
    return size > 0;
  }

  private static boolean isWhole(BasicFileAttributes found) {
    return found.isRegularFile() && found.size() >= SMALLEST_PAGE;
  }

  /** The attributes of the file; empty where it is missing. */
  private Optional<BasicFileAttributes> found() {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(WholeFile.reason(e));
    }
  }

  /** Whether a file that is missing or empty held something. */
  private boolean isExpected(boolean isFile) {
    try {
      return wasOpened || desk.expects(name(), isFile);
    } catch (IOException e) {
      throw unreadable(WholeFile.reason(e));
    }
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
    try (Session session = open(READING)) {
      int version = version(session);
      if (version == 0) {
        return Optional.empty();
      }
      T result = version == schema.version() ? work.in(session) : readFormer(work);
      made();
      return Optional.of(result);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Reads tables of an earlier release, which stay as they are until something changes. */
  private <T> T readFormer(Work<T> work) throws SQLException {
    try (Session memory = Session.inMemory()) {
      memory.load(location());
      schema.update(memory, (int) memory.number("PRAGMA user_version"));
      return work.in(memory);
    }
  }

  private void made() {
    wasOpened = true;
    desk.made(name());
  }

  /**
   * Changes the database, which is created when missing: all of it or, if it throws, nothing.
   *
   * @throws DeskException when it cannot be written
   */
  <T> T change(Work<T> work) {
    T result = changed(work);
    made();
    VERIFIED.put(file, FileState.of(file)); // SQLite has written what this process gave it
    return result;
  }

  private <T> T changed(Work<T> work) {
    try (Session session = begin()) {
      T result = work.in(session);
      session.run("COMMIT");
      return result;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Deletes the database, damaged or not, and makes an empty one.
   *
   * @throws DeskException when it cannot be deleted
   */
  void renew() {
    try {
      for (String ending : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(name() + ending));
      }
      wasOpened = false;
      OwnerOnly.createFile(file);
      try (Session session = connected(WRITING)) {
        schema.update(session, 0);
        session.run("COMMIT");
      }
    } catch (IOException e) {
      throw new DeskException(
          "%s is damaged and cannot be replaced (%s): delete it."
              .formatted(file, WholeFile.reason(e)),
          e);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Content that nobody can change until it is released.
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
    if (!isThere()) {
      desk.make(name());
    }
    Session session = open(WRITING);
    try {
      schema.update(session, version(session));
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** The version of its tables; 0 where it was just made. */
  private int version(Session session) throws SQLException {
    long version = session.number("PRAGMA user_version");
    if (version == 0 && (!tables(session).isEmpty() || (isExpected(true) && isUnmade()))) {
      throw damaged("its tables are lost", null);
    }
    if (version > schema.version()) {
      throw new DeskException(
          "%s was written by a newer release of Broadsheet (version %s, this program knows %s) and is unchanged. Use that release, or restore a backup made with this one."
              .formatted(file, version, schema.version()));
    }
    if (!schema.isKnown(version)) {
      throw damaged("no release has tables of version " + version, null);
    }
    return (int) version;
  }

  /** Whether it has no tables now: another may have made them since a session began to read. */
  private boolean isUnmade() throws SQLException {
    try (Session now = connected(READING)) {
      return now.number("PRAGMA user_version") == 0;
    }
  }

  private Session open(String transaction) throws SQLException {
    Session session = connected(transaction);
    try {
      verifyOnce(session);
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void verifyOnce(Session session) throws SQLException {
    FileState state = FileState.of(file);
    if (!state.equals(VERIFIED.get(file))) {
      verify(session);
      VERIFIED.put(file, state);
    }
  }

  private Session connected(String transaction) throws SQLException {
    desk.tighten();
    Connection connection = connect();
    try {
      Session session = new Session(connection);
      if (!transaction.equals(READING) && isWritable()) {
        turnOnLog(session);
        session.run("PRAGMA secure_delete = ON"); // what readers erase is not left in the file
      }
      session.run(transaction);
      return session;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** SQLite does not wait for another that does the same. */
  private static void turnOnLog(Session session) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        session.run("PRAGMA journal_mode = WAL");
        return;
      } catch (SQLException e) {
        if (primaryCode(e) != SQLiteErrorCode.SQLITE_BUSY || System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
    }
  }

  private Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setReadOnly(!isWritable());
    Connection connection = config.createConnection("jdbc:sqlite:" + location());
    SqlFunctions.define(connection);
    return connection;
  }

  private String location() {
    return file.toUri() + (isFixed() ? "?immutable=1" : "");
  }

  private boolean isWritable() {
    return Files.isWritable(desk.folder()) && (Files.notExists(file) || Files.isWritable(file));
  }

  /** Whether it is on a medium that nobody writes, where not even readers' locks can be kept. */
  private boolean isFixed() {
    return !isWritable() && !Files.exists(PathName.sibling(file, "", "-wal"));
  }

  /**
   * Verifies every record and how they hang together; does nothing where there is no database.
   *
   * @throws DeskException when it is damaged
   */
  void check() {
    requireContents();
    read(
        session -> {
          verify(session);
          return session;
        });
  }

  private void requireContents() {
    try {
      desk.contents().names();
    } catch (IOException e) {
      throw unreadable(WholeFile.reason(e));
    }
  }

  private void verify(Session session) throws SQLException {
    List<String> said = session.all(row -> row.getString(1), "PRAGMA integrity_check(1)");
    if (!said.equals(List.of("ok"))) {
      throw damaged(said.isEmpty() ? "it cannot be examined" : said.getFirst(), null);
    }
    if (schema.equals(Schema.UNKNOWN)) {
      return;
    }
    if (version(session) == schema.version() && !tables(session).equals(expectedTables())) {
      throw damaged("its tables are not as they were made", null);
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
      throw failed(e);
    }
  }

  /**
   * Copies one state of the database into a file, which is missing or empty.
   *
   * @throws DeskException when it cannot be read or the copy cannot be written
   */
  void copyTo(Path copy) {
    try (Connection connection = connect();
        PreparedStatement copying = connection.prepareStatement("VACUUM INTO ?")) {
      copying.setString(1, copy.toUri().toString());
      copying.execute();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static List<String> expectedTables() throws SQLException {
    try (Session memory = Session.inMemory()) {
      Schema.make(memory);
      return tables(memory);
    }
  }

  private static List<String> tables(Session session) throws SQLException {
    return session.all(
        row -> row.getString(1).replaceAll("\\s+", " "),
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql");
  }

  /** An error that says what is damaged and what to do. */
  DeskException damaged(String what, @Nullable Exception cause) {
    return new DeskException(
        "%s is damaged (%s). %s".formatted(file, what.replaceAll("\\s+", " "), remedy), cause);
  }

  private DeskException unreadable(String why) {
    return new DeskException(
        "%s cannot be read (%s) and is unchanged. Check its permissions, then try again."
            .formatted(file, why));
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

  /**
   * The state of a file, by which a change of it is noticed.
   *
   * @param key the file itself, whatever its name
   */
  private record FileState(Object key, FileTime modified, long size) {
    static FileState of(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = found.fileKey() == null ? file : found.fileKey();
        return new FileState(key, found.lastModifiedTime(), found.size());
      } catch (IOException e) {
        return new FileState(new Object(), FileTime.fromMillis(0), 0); // equal to no other
      }
    }
  }
}
