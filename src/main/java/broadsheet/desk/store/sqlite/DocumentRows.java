package broadsheet.desk.store.sqlite;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Store;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Documents as rows of the table, in a transaction. A document has one row for itself, without the
 * items of its {@link ItemArray}, and one row for each of these items.
 */
record DocumentRows(Session session) {

  /** The kind of the row that stands for the document itself. */
  static final String DOCUMENT = "document";

  private static final String INSERT =
      "INSERT INTO document (id, kind, place, items, content, sum)"
          + " VALUES (?1, ?2, ?3, ?4, ?5, crc(?1, ?2, ?4, ?5))";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A row.
   *
   * @param number its primary key
   * @param place its place among the items, from 1; 0 for the document itself
   * @param items the number of the document's items; 0 for an item
   */
  record Row(long number, String kind, long place, int items, String content) {
    private boolean isSame(Row other) {
      return kind.equals(other.kind) && items == other.items;
    }
  }

  /**
   * The rows of a document: its own row first, then its items in their order; none when there is no
   * such document.
   */
  List<Row> of(String id) throws SQLException {
    return session.all(
        row ->
            new Row(
                row.getLong(1), row.getString(2), row.getLong(3), row.getInt(4), row.getString(5)),
        "SELECT number, kind, place, items, content FROM document WHERE id = ?1 ORDER BY place",
        id);
  }

  /** The document of some rows; empty when there are none. */
  static ObjectNode document(List<Row> rows) {
    if (rows.isEmpty()) {
      return JsonNodeFactory.instance.objectNode();
    }
    ObjectNode document = (ObjectNode) parsed(rows.getFirst().content());
    ItemArray.of(document)
        .map(array -> array.in(document))
        .ifPresent(items -> rows.stream().skip(1).forEach(row -> items.add(parsed(row.content()))));
    return document;
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // its checksum is right, so it was written so
    }
  }

  private static Row row(String kind, int items, JsonNode content) {
    try {
      return new Row(0, kind, 0, items, MAPPER.writeValueAsString(content));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e); // texts and numbers only
    }
  }

  /** The rows of a document, without their numbers and places. */
  private static List<Row> rows(ObjectNode document) {
    Optional<ItemArray> array = ItemArray.of(document);
    if (array.isEmpty()) {
      return List.of(row(DOCUMENT, 0, document));
    }
    ArrayNode items = array.get().in(document);
    List<Row> rows = new ArrayList<>();
    rows.add(row(DOCUMENT, items.size(), array.get().without(document)));
    items.forEach(item -> rows.add(row(array.get().kind(), 0, item)));
    return rows;
  }

  /**
   * Replaces a document. Unchanged rows are not written.
   *
   * @param before its current rows
   */
  void write(String id, List<Row> before, ObjectNode document) throws SQLException {
    Map<String, Row> known = new HashMap<>();
    before.forEach(row -> known.put(row.content(), row));
    Set<Long> unused = before.stream().map(Row::number).collect(Collectors.toSet());
    List<Object[]> added = new ArrayList<>();
    List<Object[]> moved = new ArrayList<>();
    long place = -1;
    for (Row row : rows(document)) {
      Optional<Row> same = Optional.ofNullable(known.remove(row.content())).filter(row::isSame);
      long next = place + 1;
      place = same.map(Row::place).filter(own -> own >= next).orElse(next);
      if (same.isEmpty()) {
        added.add(new Object[] {id, row.kind(), place, row.items(), row.content()});
      } else {
        unused.remove(same.get().number());
        if (same.get().place() != place) {
          moved.add(new Object[] {same.get().number(), place});
        }
      }
    }
    session.changeEach(
        "DELETE FROM document WHERE number = ?1",
        unused.stream().map(number -> new Object[] {number}).toList());
    session.changeEach("UPDATE document SET place = ?2 WHERE number = ?1", moved);
    session.changeEach(INSERT, added);
  }

  /** Deletes documents. */
  void delete(Collection<String> ids) throws SQLException {
    session.changeEach(
        "DELETE FROM document WHERE id = ?1", ids.stream().map(id -> new Object[] {id}).toList());
  }

  /** Deletes all documents that belong to some lists. */
  void deleteOf(Collection<String> lists) throws SQLException {
    session.changeEach(
        "DELETE FROM document WHERE kind = 'document' AND content ->> 'list' = ?1",
        lists.stream().map(list -> new Object[] {list}).toList());
  }

  /** Whether there is a document. */
  boolean has(String id) throws SQLException {
    return session.number("SELECT count(*) FROM document WHERE id = ?1 AND place = 0", id) > 0;
  }

  /** The ids of lists with an article, by fingerprint or id. */
  List<String> listing(ArticleRef article) throws SQLException {
    return session.all(
        row -> row.getString(1),
        """
        SELECT id FROM document WHERE kind = 'entry' AND content ->> 'fingerprint' = ?1
        UNION SELECT id FROM document WHERE kind = 'entry' AND content ->> 'article' = ?2
        """,
        article.fingerprint(),
        article.id());
  }

  /** Counts the rows of each kind. */
  Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    for (ItemArray array : ItemArray.values()) {
      counts.put(array.kind(), count(array.kind()));
    }
    counts.put(DOCUMENT, count(DOCUMENT));
    return counts;
  }

  private long count(String kind) throws SQLException {
    return session.number("SELECT count(*) FROM document WHERE kind = ?1", kind);
  }

  /** A list that was found; empty when there is no such document. */
  Optional<Store.Found> found(String id, Set<Integer> met) throws SQLException {
    return session.first(
        row -> new Store.Found(id, row.getLong(1), row.getInt(2), met),
        "SELECT content ->> 'used', content ->> 'count' FROM document WHERE id = ?1 AND place = 0",
        id);
  }

  /** Whether a document of read marks has an article, by fingerprint or id. */
  boolean isMarked(String id, ArticleRef article) throws SQLException {
    return session.number(
            """
            SELECT EXISTS (
              SELECT 1 FROM document WHERE kind = 'mark' AND id = ?1 AND content ->> 1 = ?2
              UNION ALL
              SELECT 1 FROM document WHERE kind = 'mark' AND id = ?1 AND content ->> 0 = ?3)
            """,
            id,
            article.fingerprint(),
            article.id())
        > 0;
  }

  /** Describes a document that lacks items, as in “it has 1 of 2 entries”; empty when none does. */
  Optional<String> lack() throws SQLException {
    return session.first(
        row ->
            "it has %s of %s %s"
                .formatted(
                    row.getInt(1),
                    row.getInt(2),
                    ItemArray.of((ObjectNode) parsed(row.getString(3)))
                        .map(ItemArray::array)
                        .orElse("items")),
        """
        SELECT (SELECT count(*) FROM document item WHERE item.id = whole.id AND item.place > 0)
          AS there, items, content
        FROM document whole WHERE kind = 'document' AND there <> items
        """);
  }
}
