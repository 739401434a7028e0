package broadsheet.desk.sqlite;

import broadsheet.article.ArticleRef;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListRuleException;
import broadsheet.desk.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of one list, in a transaction.
 *
 * @param list the list's id; without such a list there are no entries
 */
record EntryRows(Session session, String list) {

  static final String COLUMNS = "article, fingerprint, title, source, date, url, note, added_at";

  private static final String ENTRY = "SELECT " + COLUMNS + " FROM entry ";

  /** In the order readers gave them. */
  List<ListEntry> all() throws SQLException {
    return session.all(EntryRows::entry, ENTRY + "WHERE list = ?1 ORDER BY place", list);
  }

  /** The articles alone, in that order. */
  List<ArticleRef> articles() throws SQLException {
    return session.all(
        row -> new ArticleRef(row.getString(1), row.getString(2)),
        "SELECT article, fingerprint FROM entry WHERE list = ?1 ORDER BY place",
        list);
  }

  /** Those of the articles with these fingerprints, in that order. */
  List<ArticleRef> articles(Collection<String> fingerprints) throws SQLException {
    Set<String> wanted = Set.copyOf(fingerprints);
    return articles().stream().filter(each -> wanted.contains(each.fingerprint())).toList();
  }

  static ListEntry entry(ResultSet row) throws SQLException {
    return new ListEntry(
        new ArticleRef(row.getString(1), row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        Instant.parse(row.getString(8)));
  }

  /**
   * Adds articles at the end, puts back those that were taken off, and renews those that are there.
   *
   * @return how many were not there
   * @throws ListRuleException when there would be too many
   */
  int put(List<ListEntry> entries) throws SQLException {
    int restored = 0;
    for (String fingerprint : new TakenRows(session, list).among(entries)) {
      restored += restore(fingerprint) ? 1 : 0;
    }
    int added = new EntryMerge(session, list).put(entries);
    requireRoom();
    return restored + added;
  }

  private void requireRoom() throws SQLException {
    if (session.number("SELECT count(*) FROM entry WHERE list = ?1", list) > Lists.MOST_ENTRIES) {
      throw ListRuleException.tooManyEntries();
    }
  }

  /** Takes articles off, and returns how many there were. */
  int take(Collection<String> fingerprints) throws SQLException {
    int taken = 0;
    for (String fingerprint : fingerprints) {
      taken += new TakenRows(session, list).take(fingerprint);
    }
    return taken;
  }

  /** Puts an article back, and returns whether it was taken off. */
  boolean restore(String fingerprint) throws SQLException {
    boolean isRestored = new TakenRows(session, list).restore(fingerprint);
    requireRoom();
    return isRestored;
  }

  /** An entry, or one that was taken off; empty when there is none. */
  Optional<ListEntry> find(String fingerprint) throws SQLException {
    Optional<ListEntry> entry = find("entry", fingerprint);
    return entry.isPresent() ? entry : find("taken", fingerprint);
  }

  private Optional<ListEntry> find(String table, String fingerprint) throws SQLException {
    return session.first(
        EntryRows::entry,
        "SELECT " + COLUMNS + " FROM " + table + " WHERE list = ?1 AND fingerprint = ?2",
        list,
        fingerprint);
  }

  /** Replaces the note of an entry, or of one that was taken off. */
  void note(ListEntry noted) throws SQLException {
    for (String table : List.of("entry", "taken")) {
      session.change(
          """
          UPDATE %s SET note = ?3,
            sum = crc(list, article, fingerprint, title, source, date, url, ?3, added_at)
          WHERE list = ?1 AND fingerprint = ?2
          """
              .formatted(table),
          list,
          noted.article().fingerprint(),
          noted.note());
    }
  }

  /**
   * Moves an entry, and returns whether there is such an entry.
   *
   * @param place from 1; beyond the end means last
   */
  boolean move(String fingerprint, int place) throws SQLException {
    List<String> order =
        new ArrayList<>(
            session.all(
                row -> row.getString(1),
                "SELECT fingerprint FROM entry WHERE list = ?1 ORDER BY place",
                list));
    if (!order.remove(fingerprint)) {
      return false;
    }
    boolean isLast = place > order.size();
    new TakenRows(session, list)
        .moveBefore(isLast ? "" : order.get(Math.max(place - 1, 0)), fingerprint);
    return true;
  }
}
