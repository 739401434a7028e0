package broadsheet.desk.store.sqlite;

import broadsheet.desk.DeskException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Translates an SQLite error into what it means for a database, and what to do about it. */
final class DatabaseFailure {

  /** The driver's message, with SQLite's own in parentheses. */
  private static final Pattern SQLITE_MESSAGE =
      Pattern.compile("^\\[SQLITE\\w*].*\\((.*)\\)$", Pattern.DOTALL);

  private DatabaseFailure() {}

  static DeskException of(SQLException e, DatabaseFile file) {
    String what = SQLITE_MESSAGE.matcher(String.valueOf(e.getMessage())).replaceFirst("$1");
    return switch (primaryCode(e)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new DeskException(
              "Another process is changing %s: wait until it is done, then try again."
                  .formatted(file.path()),
              e);
      case SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_PERM ->
          new DeskException(
              "%s cannot be used (%s) and is unchanged. Check disk space and permissions, then try again."
                  .formatted(file.path(), what),
              e);
      default -> file.damaged(what, e);
    };
  }

  /** Whether another connection is in the way. */
  static boolean isBusy(SQLException e) {
    return primaryCode(e) == SQLiteErrorCode.SQLITE_BUSY;
  }

  /** The primary error code; SQLite's extended codes are variants of it. */
  private static SQLiteErrorCode primaryCode(SQLException e) {
    return e instanceof SQLiteException known
        ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
