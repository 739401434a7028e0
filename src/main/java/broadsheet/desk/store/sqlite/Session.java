package broadsheet.desk.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;

/** One connection to a database, in a transaction. For one thread at a time. */
final class Session implements AutoCloseable {

  private final Connection connection;

  Session(Connection connection) {
    this.connection = connection;
  }

  /** An empty database in memory, gone once the session is closed. */
  static Session inMemory() throws SQLException {
    Connection memory = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
    SqlFunctions.define(memory);
    return new Session(memory);
  }

  /** Makes a value of the current row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a statement that takes no values. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Keeps what a change replaces in a journal until its commit. Retries, because SQLite does not
   * wait where an older build left another kind of journal and others use it.
   */
  void useJournal() throws SQLException {
    long end = System.nanoTime() + DatabaseFile.PATIENCE.toNanos();
    while (true) {
      try {
        run("PRAGMA journal_mode = TRUNCATE");
        return;
      } catch (SQLException e) {
        if (!DatabaseFailure.isBusy(e) || System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
    }
  }

  /**
   * Runs a change once for each of many rows of values.
   *
   * @param rows the values of {@code ?1}, {@code ?2} … in each row
   */
  void changeEach(String sql, List<Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.executeUpdate();
      }
    }
  }

  /** The rows of a query. */
  <T> List<T> all(RowReader<T> reader, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    }
  }

  /** The first row of a query; empty when there is none. */
  <T> Optional<T> first(RowReader<T> reader, String sql, Object... values) throws SQLException {
    return all(reader, sql, values).stream().findFirst();
  }

  /** The number in the first column of a query's only row. */
  long number(String sql, Object... values) throws SQLException {
    return first(row -> row.getLong(1), sql, values).orElseThrow();
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      bind(statement, values);
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Ends the connection; a transaction that was not committed is rolled back. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
