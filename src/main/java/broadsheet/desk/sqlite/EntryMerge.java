package broadsheet.desk.sqlite;

import broadsheet.desk.ListEntry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges articles into a list, on which each is once, by fingerprint and by id. For one use. */
final class EntryMerge {

  private static final String UPDATE =
      """
      UPDATE entry SET article = ?3, fingerprint = ?4, title = ?5, source = ?6, date = ?7, url = ?8,
        note = ?9, sum = crc(list, ?3, ?4, ?5, ?6, ?7, ?8, ?9, added_at)
      WHERE list = ?1 AND fingerprint = ?2
      """;

  private static final String INSERT =
      """
      INSERT INTO entry (list, article, fingerprint, title, source, date, url, note, added_at,
        place, sum)
      VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, crc(?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))
      """;

  private static final String LAST =
      "SELECT coalesce(max(place), 0) FROM"
          + " (SELECT list, place FROM entry UNION ALL SELECT list, place FROM taken)"
          + " WHERE list = ?1";

  private final Session session;
  private final String list;
  private final Map<String, ListEntry> byFingerprint = new HashMap<>();
  private final Map<String, ListEntry> byId = new HashMap<>();
  private final List<Object[]> updates = new ArrayList<>();
  private final List<Object[]> inserts = new ArrayList<>();
  private long place;

  EntryMerge(Session session, String list) throws SQLException {
    this.session = session;
    this.list = list;
    new EntryRows(session, list).all().forEach(this::know);
    place = session.number(LAST, list);
  }

  private void know(ListEntry entry) {
    byFingerprint.put(entry.article().fingerprint(), entry);
    byId.put(entry.article().id(), entry);
  }

  /** Returns how many were not on it. */
  int put(List<ListEntry> entries) throws SQLException {
    entries.forEach(this::put);
    session.changeEach(INSERT, inserts);
    session.changeEach(UPDATE, updates);
    return inserts.size();
  }

  private void put(ListEntry entry) {
    Optional<ListEntry> known = known(entry);
    if (known.isEmpty()) {
      inserts.add(inserted(entry));
      know(entry);
      return;
    }
    String note = known.get().note().isEmpty() ? entry.note() : known.get().note();
    ListEntry changed = entry.noted(note);
    String fingerprint = known.get().article().fingerprint();
    updates.add(values(list, fingerprint, changed));
    byFingerprint.remove(fingerprint);
    byId.remove(known.get().article().id());
    know(changed);
  }

  private Optional<ListEntry> known(ListEntry entry) {
    return Optional.ofNullable(byFingerprint.get(entry.article().fingerprint()))
        .or(() -> Optional.ofNullable(byId.get(entry.article().id())));
  }

  /** The values of {@link #UPDATE}. */
  private static Object[] values(String list, String fingerprint, ListEntry entry) {
    return new Object[] {
      list,
      fingerprint,
      entry.article().id(),
      entry.article().fingerprint(),
      entry.title(),
      entry.source(),
      entry.date(),
      entry.url(),
      entry.note()
    };
  }

  private Object[] inserted(ListEntry entry) {
    List<Object> values = new ArrayList<>(List.of(values(list, "", entry)));
    values.add(entry.addedAt().toString());
    values.add(++place);
    return values.toArray();
  }
}
