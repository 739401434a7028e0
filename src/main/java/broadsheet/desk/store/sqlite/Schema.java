package broadsheet.desk.store.sqlite;

import java.sql.SQLException;
import java.util.List;

/** The table of documents, which each database has. Stateless. */
final class Schema {

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

  private Schema() {}

  /** Makes the table. */
  static void make(Session session) throws SQLException {
    for (String statement : TABLE) {
      session.run(statement);
    }
  }
}
