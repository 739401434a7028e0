package broadsheet.desk.store.sqlite;

import broadsheet.article.ArticleRef;
import broadsheet.desk.DeskDamagedException;
import broadsheet.desk.DocumentParts;
import broadsheet.desk.HeldDesk;
import broadsheet.desk.Store;
import broadsheet.desk.store.sqlite.DocumentRows.Row;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Documents in two databases of a folder. The saved searches have their own. A change is one
 * transaction.
 */
final class SqliteStore implements Store {

  /** The version of the saved searches; older ones are those of builds before release 2.0.0. */
  static final int SEARCHES_VERSION = 6;

  /** The version of lists, read marks and corrections of names. */
  static final int LISTS_VERSION = 11;

  private final DeskFolder folder;
  private final Database searches;
  private final Database lists;

  SqliteStore(DeskFolder folder) {
    this.folder = folder;
    searches = new Database(folder, "searches.db", SEARCHES_VERSION);
    lists = new Database(folder, "lists.db", LISTS_VERSION);
  }

  private Database with(String id) {
    return id.equals(SEARCHES) ? searches : lists;
  }

  @Override
  public String place() {
    return folder.folder().toString();
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(folder.folder());
  }

  @Override
  public boolean isThere() {
    return folder.isThere();
  }

  private static <T> T read(Database database, T nothing, Reading<T> reading) {
    return database.read(session -> reading.of(new DocumentRows(session))).orElse(nothing);
  }

  /** Reads from one state of a database. */
  private interface Reading<T> {
    T of(DocumentRows rows) throws SQLException;
  }

  /** All from one database: a document and its parts, or a list and the names of lists. */
  @Override
  public Map<String, ObjectNode> read(Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : read(with(ids.iterator().next()), Map.of(), rows -> read(rows, ids));
  }

  private static Map<String, ObjectNode> read(DocumentRows rows, Collection<String> ids)
      throws SQLException {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    for (String id : ids) {
      List<Row> document = rows.of(id);
      if (!document.isEmpty()) {
        found.put(id, DocumentRows.document(document));
      }
    }
    return found;
  }

  @Override
  public boolean has(String id) {
    return read(with(id), false, rows -> rows.has(id));
  }

  @Override
  public <T> T change(String id, Change<T> change) {
    Database database = with(id);
    if (!database.file().isThere()) {
      ObjectNode nothing = JsonNodeFactory.instance.objectNode();
      T result = change.to(nothing, new DocumentParts());
      if (nothing.isEmpty()) {
        return result; // and no database is made for it
      }
    }
    return database.change(session -> changed(new DocumentRows(session), id, change));
  }

  private static <T> T changed(DocumentRows rows, String id, Change<T> change) throws SQLException {
    List<Row> before = rows.of(id);
    ObjectNode content = DocumentRows.document(before);
    DocumentParts parts = new DocumentParts();
    T result = change.to(content, parts);
    for (Map.Entry<String, ObjectNode> part : parts.written().entrySet()) {
      rows.write(part.getKey(), List.of(), part.getValue());
    }
    if (!content.isEmpty()) {
      rows.write(id, before, content);
    }
    rows.delete(parts.unneeded());
    return result;
  }

  @Override
  public void delete(Collection<String> ids, Collection<String> ofLists) {
    if (lists.file().isThere()) {
      lists.change(
          session -> {
            new DocumentRows(session).delete(ids);
            new DocumentRows(session).deleteOf(ofLists);
            return session;
          });
    }
  }

  @Override
  public void erase(String id) {
    if (has(id)) {
      delete(List.of(id), List.of());
    }
  }

  @Override
  public List<Found> find(Collection<String> ids, List<ArticleRef> articles) {
    return read(lists, List.of(), rows -> find(rows, ids, articles));
  }

  private static List<Found> find(
      DocumentRows rows, Collection<String> ids, List<ArticleRef> articles) throws SQLException {
    Map<String, Set<Integer>> met = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      for (String id : rows.listing(articles.get(i))) {
        met.computeIfAbsent(id, _ -> new HashSet<>()).add(i);
      }
    }
    List<Found> found = new ArrayList<>();
    for (String id : ids) {
      if (articles.isEmpty() || met.containsKey(id)) {
        rows.found(id, met.getOrDefault(id, Set.of())).ifPresent(found::add);
      }
    }
    return found;
  }

  @Override
  public Optional<Set<ArticleRef>> among(String id, Collection<ArticleRef> articles) {
    return Optional.of(read(lists, Set.of(), rows -> among(rows, id, articles)));
  }

  private static Set<ArticleRef> among(
      DocumentRows rows, String id, Collection<ArticleRef> articles) throws SQLException {
    Set<ArticleRef> among = new HashSet<>();
    for (ArticleRef each : articles) {
      if (rows.isMarked(id, each)) {
        among.add(each);
      }
    }
    return among;
  }

  @Override
  public void check(String id) {
    Database database = with(id);
    database.check();
    read(database, Optional.<String>empty(), DocumentRows::lack)
        .ifPresent(
            lack -> {
              throw database.file().damaged(lack, null);
            });
  }

  @Override
  public DeskDamagedException damaged(String id, String what) {
    return with(id).file().damaged(what, null);
  }

  @Override
  public HeldDesk holdAll() {
    return new SqliteHeldDesk(folder, List.of(searches, lists));
  }
}
