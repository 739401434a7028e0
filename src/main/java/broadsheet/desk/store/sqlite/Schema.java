package broadsheet.desk.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The table of documents in a file, and the conversion of earlier releases' tables to it.
 * Immutable.
 *
 * @param version the version of a file with the table of documents
 * @param former by the version of earlier tables, the statements that prepare them for the
 *     conversion
 * @param conversion fills the table of documents from these tables, then drops them
 */
record Schema(int version, Map<Integer, List<String>> former, List<String> conversion) {

  /**
   * The table. The checksum leaves out the place, which changes when an item moves: any order is
   * valid.
   */
  private static final List<String> TABLE =
      List.of(
          """
          CREATE TABLE document (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            place INTEGER NOT NULL,
            items INTEGER NOT NULL,
            content TEXT NOT NULL,
            sum INTEGER NOT NULL CHECK (sum = crc(id, kind, items, content))
          ) STRICT
          """,
          "CREATE INDEX documents_by_id ON document (id, place)",
          "CREATE INDEX documents_by_list ON document (content ->> 'list') WHERE kind = 'document'",
          "CREATE INDEX documents_by_fingerprint ON document (content ->> 'fingerprint')"
              + " WHERE kind = 'entry'",
          "CREATE INDEX documents_by_article ON document (content ->> 'article')"
              + " WHERE kind = 'entry'",
          "CREATE INDEX marks_by_fingerprint ON document (id, content ->> 1) WHERE kind = 'mark'",
          "CREATE INDEX marks_by_article ON document (id, content ->> 0) WHERE kind = 'mark'");

  /** Stands for tables that are unknown to this program. Such a database can still be copied. */
  static final Schema UNKNOWN = new Schema(0, Map.of(), List.of());

  /** Whether this program reads files of a version. */
  boolean isKnown(long other) {
    return other == 0 || other == version || isFormer((int) other);
  }

  /** Whether files of a version have tables of an earlier release. */
  boolean isFormer(int other) {
    return former.containsKey(other);
  }

  /** Makes the table of documents. */
  static void make(Session session) throws SQLException {
    run(session, TABLE);
  }

  /**
   * Brings a file up to date.
   *
   * @param other its version; 0 when it has no tables
   */
  void update(Session session, int other) throws SQLException {
    if (other == version) {
      return;
    }
    make(session);
    if (other != 0) {
      run(session, former.getOrDefault(other, List.of()));
      run(session, conversion);
    }
    session.run("PRAGMA user_version = " + version);
  }

  private static void run(Session session, List<String> statements) throws SQLException {
    for (String statement : statements) {
      session.run(statement);
    }
  }
}
