package broadsheet.desk.store.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The tables of an earlier release, converted in memory: the file stays as it is until something
 * changes. Cached, because converting a large desk takes a while. Thread-safe.
 */
final class ConvertedTables {

  private final DatabaseFile file;
  private final Schema schema;

  /** Null until they are read, and again once the file is converted. */
  private @Nullable Converted known;

  /**
   * @param state the state of the file they were read from
   */
  private record Converted(DatabaseFile.FileState state, Session memory) {}

  ConvertedTables(DatabaseFile file, Schema schema) {
    this.file = file;
    this.schema = schema;
  }

  synchronized <T> T read(Database.Work<T> work) throws SQLException {
    DatabaseFile.FileState state = file.state();
    if (known == null || !known.state().equals(state)) {
      forget();
      known = new Converted(state, converted());
    }
    return work.in(known.memory());
  }

  private Session converted() throws SQLException {
    Session memory = Session.inMemory();
    try {
      memory.load(file.location());
      schema.update(memory, (int) memory.number("PRAGMA user_version"));
      return memory;
    } catch (SQLException | RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  synchronized void forget() throws SQLException {
    if (known != null) {
      known.memory().close();
      known = null;
    }
  }
}
