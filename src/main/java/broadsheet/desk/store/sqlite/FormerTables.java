package broadsheet.desk.store.sqlite;

import java.util.List;
import java.util.Map;

/**
 * Converts the tables of earlier releases to documents: those of release 1.0.0, and the later ones
 * with owners of searches and entries taken off lists. Stateless.
 */
final class FormerTables {

  private FormerTables() {}

  /**
   * Inserts documents.
   *
   * @param select a query for their rows, without numbers and checksums
   */
  private static String insert(String select) {
    return "INSERT INTO document (id, kind, place, items, content, sum)"
        + " SELECT id, kind, place, items, content, crc(id, kind, items, content) FROM ("
        + select
        + ")";
  }

  static final Schema SEARCHES =
      new Schema(
          6,
          Map.of(
              1,
              List.of("ALTER TABLE search ADD COLUMN owner TEXT NOT NULL DEFAULT ''"),
              5,
              List.of()),
          List.of(
              insert(
                  """
                  SELECT 'searches' AS id, 'document' AS kind, 0 AS place, count(*) AS items,
                    '{"content":{"searches":[]}}' AS content
                  FROM search
                  UNION ALL
                  SELECT 'searches', 'search', number, 0,
                    json_object('id', id, 'search', search, 'reading', reading,
                      'createdAt', created_at, 'owner', owner)
                  FROM search
                  """),
              "DROP TABLE search"));

  /** Arrivals come in batches of 1,000. */
  static final Schema ARRIVALS =
      new Schema(
          4,
          Map.of(3, List.of()),
          List.of(
              insert(
                  """
                  SELECT 'arrivals-' || (nr / 1000) AS id, 'arrival' AS kind,
                    nr % 1000 + 1 AS place, 0 AS items,
                    json_array(search, fingerprint, article, at) AS content
                  FROM (SELECT *, row_number() OVER (ORDER BY number) - 1 AS nr FROM arrival)
                  """),
              insert(
                  """
                  SELECT id, 'document' AS kind, 0 AS place, count(*) AS items,
                    '{"content":{"arrivals":[]}}' AS content
                  FROM document GROUP BY id
                  """),
              insert(
                  """
                  SELECT 'arrivals' AS id, 'document' AS kind, 0 AS place, 0 AS items,
                    json_object('content', json_object(
                      'state', coalesce((SELECT name FROM state), ''),
                      'limit', 2 * (SELECT count(*) FROM arrival) + 10000,
                      'batches', json((
                        SELECT json_group_array(json_object('key', id, 'count', items)
                          ORDER BY CAST(substr(id, 10) AS INTEGER))
                        FROM document WHERE kind = 'document')))) AS content
                  """),
              "DROP TABLE state",
              "DROP TABLE arrival"));

  /** The values of an entry. Its note becomes a separate document. */
  private static final String ENTRY =
      """
      'fingerprint', fingerprint, 'article', article, 'content', json_object(
        'title', title, 'source', source, 'date', date, 'url', url, 'addedAt', added_at,
        'note', CASE note WHEN '' THEN '' ELSE 'note-' || list || '-' || fingerprint END)
      """;

  private static final String NOTES =
      """
      SELECT 'note-' || list || '-' || fingerprint AS id, 'document' AS kind, 0 AS place,
        0 AS items, json_object('list', list, 'content', json_object('note', note)) AS content
      FROM (SELECT list, fingerprint, note FROM entry
        UNION ALL SELECT list, fingerprint, note FROM taken)
      WHERE note <> ''
      """;

  /** The entries taken off lists, each with its index among all entries on and off the list. */
  private static final String TAKEN =
      """
      SELECT *, (SELECT count(*) FROM entry
            WHERE entry.list = taken.list AND entry.place < taken.place)
          + (SELECT count(*) FROM taken other
            WHERE other.list = taken.list AND (other.place, other.number) < (taken.place, taken.number))
          AS at
        FROM taken
      """;

  static final Schema LISTS =
      new Schema(
          11,
          Map.of(
              9,
              List.of(
                  "CREATE TABLE taken (number, list, article, fingerprint, title, source, date,"
                      + " url, note, added_at, place)"),
              10,
              List.of()),
          List.of(
              insert(
                  """
                  SELECT 'lists' AS id, 'document' AS kind, 0 AS place, count(*) AS items,
                    '{"content":{"lists":[],"removed":[]}}' AS content
                  FROM list
                  UNION ALL
                  SELECT 'lists', 'list', row_number() OVER (ORDER BY used, id), 0,
                    json_object('id', id, 'owner', owner, 'name', name,
                      'shared', CASE shared WHEN 0 THEN 'private' WHEN 1 THEN 'edit' ELSE 'read' END,
                      'createdAt', created_at)
                  FROM list
                  """),
              insert(NOTES),
              insert(
                  """
                  SELECT 'list-' || list AS id, 'entry' AS kind,
                    row_number() OVER (PARTITION BY list ORDER BY place) AS place, 0 AS items,
                    json_object(%s) AS content
                  FROM entry
                  """
                      .formatted(ENTRY)),
              insert(
                  """
                  SELECT 'list-' || id AS id, 'document' AS kind, 0 AS place, articles AS items,
                    json_object('list', id, 'used', used, 'count', articles,
                      'entries', json_array(), 'content', json_object('taken', json((
                        SELECT json_group_array(json_object('at', at, 'taken', number, %s)
                          ORDER BY at)
                        FROM (%s) WHERE list = former.id)))) AS content
                  FROM (SELECT *, (SELECT count(*) FROM entry WHERE entry.list = list.id) AS articles
                    FROM list) former
                  """
                      .formatted(ENTRY, TAKEN)),
              insert(
                  """
                  SELECT marks_id(name) AS id, 'document' AS kind, 0 AS place,
                    (SELECT count(*) FROM mark WHERE reader = name) AS items,
                    '{"content":{"marks":[]}}' AS content
                  FROM reader
                  UNION ALL
                  SELECT marks_id(reader), 'mark', row_number() OVER (ORDER BY number), 0,
                    json_array(article, fingerprint)
                  FROM mark
                  """),
              "DROP TABLE mark",
              "DROP TABLE reader",
              "DROP TABLE taken",
              "DROP TABLE entry",
              "DROP TABLE list"));
}
