package broadsheet.desk.store.sqlite;

import broadsheet.desk.DeskDamagedException;
import broadsheet.desk.DeskException;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The file of a database on the desk. A file that is lost, empty or cut off is never mistaken for a
 * database that does not exist yet. Thread-safe.
 */
final class DatabaseFile {

  /** The longest wait for another change, which may be an update's commit. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A shorter file is cut off. SQLite takes an empty one for a new database. */
  private static final int SMALLEST_PAGE = 512;

  private final DeskFolder desk;
  private final Path path;

  /**
   * Whether this process has seen the database. It is then not created again when the disk with the
   * desk is gone.
   */
  private volatile boolean wasOpened;

  /**
   * @param name the name of the file
   */
  DatabaseFile(DeskFolder desk, String name) {
    this.desk = desk;
    this.path = desk.file(name);
  }

  /**
   * The version of the database; empty if it is none or cannot be read. Read by SQLite, as
   * everything is: whoever opens and closes the file by other means ends the locks that SQLite has
   * on it in this process.
   */
  OptionalInt version() {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Session session = new Session(config.createConnection("jdbc:sqlite:" + location()))) {
      return OptionalInt.of((int) session.number("PRAGMA user_version"));
    } catch (SQLException e) {
      return OptionalInt.empty();
    }
  }

  /** Opens a connection, which can change the database where the file can be written. */
  Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setReadOnly(!isWritable());
    Connection connection = config.createConnection("jdbc:sqlite:" + location());
    SqlFunctions.define(connection);
    return connection;
  }

  Path path() {
    return path;
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  /**
   * Whether the database exists.
   *
   * @throws DeskException when it once existed and is lost or damaged
   */
  boolean isThere() {
    if (found().filter(DatabaseFile::isWhole).isPresent()) {
      return true;
    }
    // Looked up before the file: another process may be making it, and it is expected once it is
    // made.
    boolean isExpected = isExpected();
    Optional<BasicFileAttributes> found = found();
    if (found.isEmpty()) {
      if (isExpected) {
        throw damaged("it is missing", null);
      }
      return false;
    }
    long size = found.get().size();
    if (!found.get().isRegularFile()) {
      throw damaged("it is not a file", null);
    }
    if (size == 0 && isExpected) {
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
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(WholeFile.reason(e));
    }
  }

  /** Whether a missing or empty file once held a database. */
  boolean isExpected() {
    try {
      return wasOpened || desk.expects(name());
    } catch (IOException e) {
      throw unreadable(WholeFile.reason(e));
    }
  }

  /** Remembers that the database exists. */
  void seen() {
    wasOpened = true;
  }

  /** Records on the desk that the database exists. */
  void made() {
    seen();
    desk.made(name());
  }

  /** Creates an empty file, and the folder if it is missing. */
  void make() {
    desk.make(name());
  }

  /** Removes permissions of other users. */
  void tighten() {
    desk.tighten();
  }

  /** The URI under which SQLite opens it. */
  String location() {
    return path.toUri() + (isFixed() ? "?immutable=1" : "");
  }

  boolean isWritable() {
    return Files.isWritable(desk.folder()) && (Files.notExists(path) || Files.isWritable(path));
  }

  /**
   * Whether it is on a read-only medium, where SQLite cannot create the files beside the database
   * of an older build that it reads with.
   */
  private boolean isFixed() {
    return !isWritable() && !Files.exists(PathName.sibling(path, "", "-wal"));
  }

  /** Requires that the list of the databases on the desk is readable and undamaged. */
  void requireContents() {
    try {
      desk.contents().names();
    } catch (IOException e) {
      throw unreadable(WholeFile.reason(e));
    }
  }

  /** An error that says what is damaged and what to do. */
  DeskDamagedException damaged(String what, @Nullable Exception cause) {
    return new DeskDamagedException(
        "%s is damaged (%s). %s".formatted(path, what.replaceAll("\\s+", " "), Database.RESTORE),
        cause);
  }

  private DeskException unreadable(String why) {
    return new DeskException(
        "%s cannot be read (%s) and is unchanged. Check its permissions, then try again."
            .formatted(path, why));
  }

  /** The state of the file now. */
  FileState state() {
    return FileState.of(path);
  }

  /**
   * The state of a file; it differs after a change.
   *
   * @param key identifies the file itself, whatever its name
   */
  record FileState(Object key, FileTime modified, long size) {
    static FileState of(Path path) {
      try {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        Object key = found.fileKey() == null ? path : found.fileKey();
        return new FileState(key, found.lastModifiedTime(), found.size());
      } catch (IOException e) {
        return new FileState(new Object(), FileTime.fromMillis(0), 0); // equal to no other
      }
    }
  }
}
