package broadsheet.desk.sqlite;

import broadsheet.article.ArticleRef;
import broadsheet.desk.ReadMarks;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Marks of what was read, in the database of the lists. SQLite overwrites what is deleted. */
final class SqliteReadMarks implements ReadMarks {

  static final String TURN_ON = "INSERT OR IGNORE INTO reader (name, sum) VALUES (?1, crc(?1))";

  private final Database database;

  SqliteReadMarks(Database database) {
    this.database = database;
  }

  @Override
  public boolean isOn(String user) {
    return database.read(session -> isOn(session, user)).orElse(false);
  }

  private static boolean isOn(Session session, String user) throws SQLException {
    return session.number("SELECT count(*) FROM reader WHERE name = ?1", user) > 0;
  }

  /** Those whose marks are kept. */
  List<String> users() {
    return database
        .read(
            session ->
                session.all(row -> row.getString(1), "SELECT name FROM reader ORDER BY name"))
        .orElse(List.of());
  }

  @Override
  public void turnOn(String user) {
    database.change(session -> session.change(TURN_ON, user));
  }

  @Override
  public void erase(String user) {
    if (database.isThere()) {
      database.change(session -> session.change("DELETE FROM reader WHERE name = ?1", user));
    }
  }

  @Override
  public void mark(String user, ArticleRef article, boolean isRead) {
    if (!database.isThere()) {
      return;
    }
    database.change(
        session -> {
          session.change(
              "DELETE FROM mark WHERE reader = ?1 AND (fingerprint = ?2 OR article = ?3)",
              user,
              article.fingerprint(),
              article.id());
          if (isRead && isOn(session, user)) {
            session.change(
                "INSERT INTO mark (reader, article, fingerprint, sum)"
                    + " VALUES (?1, ?2, ?3, crc(?1, ?2, ?3))",
                user,
                article.id(),
                article.fingerprint());
            dropOldest(session, user);
          }
          return isRead;
        });
  }

  /** Makes room for the newest {@value #MOST} marks. */
  static void dropOldest(Session session, String user) throws SQLException {
    session.change(
        "DELETE FROM mark WHERE reader = ?1 AND number <= (SELECT number FROM mark"
            + " WHERE reader = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)",
        user,
        MOST);
  }

  @Override
  public Set<ArticleRef> among(String user, Collection<ArticleRef> articles) {
    return database.read(session -> among(session, user, articles)).orElse(Set.of());
  }

  private static Set<ArticleRef> among(
      Session session, String user, Collection<ArticleRef> articles) throws SQLException {
    Set<ArticleRef> read = new HashSet<>();
    for (ArticleRef each : articles) {
      long marks =
          session.number(
              "SELECT count(*) FROM mark WHERE reader = ?1 AND (fingerprint = ?2 OR article = ?3)",
              user,
              each.fingerprint(),
              each.id());
      if (marks > 0) {
        read.add(each);
      }
    }
    return read;
  }

  @Override
  public List<ArticleRef> all(String user) {
    return database
        .read(
            session ->
                session.all(
                    row -> new ArticleRef(row.getString(1), row.getString(2)),
                    "SELECT article, fingerprint FROM mark WHERE reader = ?1 ORDER BY number DESC",
                    user))
        .orElse(List.of());
  }
}
