package broadsheet.desk.sqlite;

import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was taken off one list and can be put back, in a transaction. It keeps its place among the
 * entries: places are those of both together.
 *
 * @param list the list's id
 */
record TakenRows(Session session, String list) {

  private static final String ROW = "list, " + EntryRows.COLUMNS + ", place, sum";

  private static final String ONE = " WHERE list = ?1 AND fingerprint = ?2";

  /** Keeps the last of them. */
  private static final String FORGET =
      "DELETE FROM taken WHERE list = ?1 AND number <= (SELECT number FROM taken WHERE list = ?1"
          + " ORDER BY number DESC LIMIT 1 OFFSET "
          + Lists.MOST_TAKEN
          + ")";

  private static final String IN_ORDER =
      """
      SELECT fingerprint FROM (
        SELECT fingerprint, place, 0 AS kind FROM taken WHERE list = ?1
        UNION ALL SELECT fingerprint, place, 1 FROM entry WHERE list = ?1)
      ORDER BY place, kind
      """;

  /** The last taken first. */
  List<ListEntry> all() throws SQLException {
    if (session.number("SELECT count(*) FROM sqlite_master WHERE name = 'taken'") == 0) {
      return List.of(); // written by an earlier release, and not changed since
    }
    return session.all(
        EntryRows::entry,
        "SELECT " + EntryRows.COLUMNS + " FROM taken WHERE list = ?1 ORDER BY number DESC",
        list);
  }

  /** The fingerprints of those that are the same articles as some of these, by either name. */
  List<String> among(Collection<ListEntry> entries) throws SQLException {
    Set<String> fingerprints =
        entries.stream().map(each -> each.article().fingerprint()).collect(Collectors.toSet());
    Set<String> ids = entries.stream().map(each -> each.article().id()).collect(Collectors.toSet());
    return all().stream()
        .map(ListEntry::article)
        .filter(each -> fingerprints.contains(each.fingerprint()) || ids.contains(each.id()))
        .map(each -> each.fingerprint())
        .toList();
  }

  /** Takes an article off the list, and returns how many rows that were. */
  int take(String fingerprint) throws SQLException {
    session.change(
        "INSERT OR REPLACE INTO taken (" + ROW + ") SELECT " + ROW + " FROM entry" + ONE,
        list,
        fingerprint);
    session.change(FORGET, list);
    return session.change("DELETE FROM entry" + ONE, list, fingerprint);
  }

  /** Puts an article back, and returns whether it was taken off. */
  boolean restore(String fingerprint) throws SQLException {
    List<String> order = inOrder();
    int restored =
        session.change(
            "INSERT OR IGNORE INTO entry (" + ROW + ") SELECT " + ROW + " FROM taken" + ONE,
            list,
            fingerprint);
    session.change("DELETE FROM taken" + ONE, list, fingerprint);
    number(order);
    return restored > 0;
  }

  /**
   * Moves an entry.
   *
   * @param other before which entry; empty for none, which means last
   */
  void moveBefore(String other, String fingerprint) throws SQLException {
    List<String> order = new ArrayList<>(inOrder());
    order.remove(fingerprint);
    order.add(other.isEmpty() ? order.size() : order.indexOf(other), fingerprint);
    number(order);
  }

  /** The fingerprints of entries and of what was taken off, by their places. */
  private List<String> inOrder() throws SQLException {
    return session.all(row -> row.getString(1), IN_ORDER, list);
  }

  private void number(List<String> order) throws SQLException {
    List<Object[]> places = new ArrayList<>();
    order.forEach(each -> places.add(new Object[] {list, each, places.size() + 1}));
    session.changeEach("UPDATE entry SET place = ?3" + ONE, places);
    session.changeEach("UPDATE taken SET place = ?3" + ONE, places);
  }
}
