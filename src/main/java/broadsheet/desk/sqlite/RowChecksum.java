package broadsheet.desk.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.CRC32;
import org.sqlite.Function;

/**
 * The SQL function {@code crc(value, …)}: CRC-32 of its values as text, in their order. Each table
 * requires it of its rows, so SQLite refuses a row without it, and {@code PRAGMA integrity_check}
 * finds one that has changed on disk. SQLite itself verifies only how pages hang together.
 */
final class RowChecksum extends Function {

  private RowChecksum() {}

  /** Defines the function in a connection. */
  static void define(Connection connection) throws SQLException {
    Function.create(connection, "crc", new RowChecksum(), -1, Function.FLAG_DETERMINISTIC);
  }

  @Override
  protected void xFunc() throws SQLException {
    CRC32 sum = new CRC32();
    for (int i = 0; i < args(); i++) {
      String value = value_text(i);
      if (value != null) {
        sum.update(value.getBytes(StandardCharsets.UTF_8));
      }
      sum.update(value == null ? 1 : 0);
    }
    result(sum.getValue());
  }
}
