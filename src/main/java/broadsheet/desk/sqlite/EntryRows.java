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

  private static final String ENTRY =
      "SELECT article, fingerprint, title, source, date, url, note, added_at FROM entry ";

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

  private static ListEntry entry(ResultSet row) throws SQLException {
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
   * Adds articles at the end, and renews those that are there.
   *
   * @return how many were not there
   * @throws ListRuleException when there would be too many
   */
  int put(List<ListEntry> entries) throws SQLException {
    int added = new EntryMerge(session, list).put(entries);
    if (session.number("SELECT count(*) FROM entry WHERE list = ?1", list) > Lists.MOST_ENTRIES) {
      throw ListRuleException.tooManyEntries();
    }
    return added;
  }

  /** Removes articles, and returns how many there were. */
  int take(Collection<String> fingerprints) throws SQLException {
    int taken = 0;
    for (String fingerprint : fingerprints) {
      taken +=
          session.change(
              "DELETE FROM entry WHERE list = ?1 AND fingerprint = ?2", list, fingerprint);
    }
    return taken;
  }

  /** Replaces a note, and returns whether there is such an entry. */
  boolean note(String fingerprint, String note) throws SQLException {
    Optional<ListEntry> known =
        session.first(
            EntryRows::entry, ENTRY + "WHERE list = ?1 AND fingerprint = ?2", list, fingerprint);
    if (known.isPresent()) {
      session.change(
          EntryMerge.UPDATE, EntryMerge.values(list, fingerprint, known.get().noted(note)));
    }
    return known.isPresent();
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
    order.add(Math.clamp(place - 1L, 0, order.size()), fingerprint);
    List<Object[]> places = new ArrayList<>();
    order.forEach(each -> places.add(new Object[] {list, each, places.size() + 1}));
    session.changeEach("UPDATE entry SET place = ?3 WHERE list = ?1 AND fingerprint = ?2", places);
    return true;
  }
}
