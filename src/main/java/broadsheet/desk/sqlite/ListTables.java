package broadsheet.desk.sqlite;

import java.util.List;

/** The tables of lists, notes and read marks. Stateless. */
final class ListTables {

  static final String FILE = "lists.db";

  /**
   * What makes the tables, release by release. A place changes with every move and is not worth a
   * checksum: any order is a valid one.
   */
  static final List<String> STEPS =
      List.of(
          """
          CREATE TABLE list (
            id TEXT PRIMARY KEY,
            owner TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            shared INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            used INTEGER NOT NULL,
            sum INTEGER NOT NULL CHECK (sum = crc(id, owner, name, name_key, shared, created_at)),
            UNIQUE (owner, name_key)
          ) STRICT
          """,
          """
          CREATE TABLE entry (
            list TEXT NOT NULL REFERENCES list (id) ON DELETE CASCADE,
            article TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            title TEXT NOT NULL,
            source TEXT NOT NULL,
            date TEXT NOT NULL,
            url TEXT NOT NULL,
            note TEXT NOT NULL,
            added_at TEXT NOT NULL,
            place INTEGER NOT NULL,
            sum INTEGER NOT NULL CHECK (sum =
              crc(list, article, fingerprint, title, source, date, url, note, added_at)),
            PRIMARY KEY (list, fingerprint)
          ) STRICT
          """,
          "CREATE INDEX entries_by_place ON entry (list, place)",
          """
          CREATE TABLE reader (
            name TEXT PRIMARY KEY,
            sum INTEGER NOT NULL CHECK (sum = crc(name))
          ) STRICT
          """,
          """
          CREATE TABLE mark (
            number INTEGER PRIMARY KEY,
            reader TEXT NOT NULL REFERENCES reader (name) ON DELETE CASCADE,
            article TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            sum INTEGER NOT NULL CHECK (sum = crc(reader, article, fingerprint))
          ) STRICT
          """,
          "CREATE INDEX marks_of_reader ON mark (reader, fingerprint)",
          "CREATE INDEX marks_by_id ON mark (reader, article)",
          "CREATE INDEX entries_by_fingerprint ON entry (fingerprint)",
          "CREATE INDEX entries_by_id ON entry (article)",
          """
          CREATE TABLE taken (
            number INTEGER PRIMARY KEY,
            list TEXT NOT NULL REFERENCES list (id) ON DELETE CASCADE,
            article TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            title TEXT NOT NULL,
            source TEXT NOT NULL,
            date TEXT NOT NULL,
            url TEXT NOT NULL,
            note TEXT NOT NULL,
            added_at TEXT NOT NULL,
            place INTEGER NOT NULL,
            sum INTEGER NOT NULL CHECK (sum =
              crc(list, article, fingerprint, title, source, date, url, note, added_at)),
            UNIQUE (list, fingerprint)
          ) STRICT
          """);

  private ListTables() {}

  static Database on(DeskFolder desk) {
    return new Database(desk, FILE, Database.RESTORE, STEPS);
  }
}
