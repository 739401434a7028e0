package broadsheet.desk.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.CRC32;
import org.sqlite.Function;

/** SQL functions that Broadsheet adds to SQLite. Stateless. */
final class SqlFunctions {

  private SqlFunctions() {}

  /** Defines them in a connection. */
  static void define(Connection connection) throws SQLException {
    Function.create(connection, "crc", new RowChecksum(), -1, Function.FLAG_DETERMINISTIC);
  }

  /**
   * {@code crc(value, …)}: the CRC-32 of its values as text, in their order. A constraint of the
   * table requires it, so SQLite refuses a row without it, and {@code PRAGMA integrity_check} finds
   * a row that has changed on disk. SQLite itself verifies only the structure of the pages.
   */
  private static final class RowChecksum extends Function {
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
}
