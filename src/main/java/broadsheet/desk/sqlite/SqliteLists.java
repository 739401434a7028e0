package broadsheet.desk.sqlite;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Actor;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListRuleException;
import broadsheet.desk.Lists;
import broadsheet.desk.RandomId;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import broadsheet.desk.audit.Audit;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Lists in a database: {@link ListRows}, and {@link EntryRows} on them. */
final class SqliteLists implements Lists {

  private final Database database;
  private final Audit audit;
  private final Actor actor;

  SqliteLists(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
    actor = audit.actor();
  }

  @Override
  public List<ReadingList> all(String user) {
    return database.read(session -> new ListRows(session).seenBy(user)).orElse(List.of());
  }

  @Override
  public List<ReadingList> ofAllUsers() {
    return database.read(session -> new ListRows(session).ofAllUsers()).orElse(List.of());
  }

  @Override
  public Optional<ReadingList> find(String user, String idOrName) {
    return database
        .read(session -> new ListRows(session).find(user, idOrName))
        .flatMap(found -> found);
  }

  @Override
  public ReadingList create(String user, String name) {
    String kept = ReadingList.named(name);
    return database.change(
        session -> {
          ListRows rows = new ListRows(session);
          Optional<ReadingList> same = rows.ofOwner(user, kept);
          return same.isPresent() ? same.get() : created(rows, user, kept);
        });
  }

  private ReadingList created(ListRows rows, String user, String name) throws SQLException {
    if (rows.count() >= MOST) {
      throw ListRuleException.tooManyLists();
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ReadingList list = new ReadingList(RandomId.next(), name, user, Sharing.PRIVATE, now, 0);
    rows.insert(list);
    audit.made(list);
    return list;
  }

  @Override
  public Optional<ReadingList> change(String id, String name, Sharing sharing) {
    String kept = ReadingList.named(name);
    return database.change(
        session -> {
          ListRows rows = new ListRows(session);
          Optional<ReadingList> list = owned(rows, id);
          if (list.isEmpty()) {
            return list;
          }
          requireFree(rows, list.get(), kept);
          ReadingList changed = list.get().changed(kept, actor.sharing(list.get(), sharing));
          rows.update(changed);
          audit.changed(list.get(), changed);
          return Optional.of(changed);
        });
  }

  /** The list, which the actor owns; empty when the actor does not see it. */
  private Optional<ReadingList> owned(ListRows rows, String id) throws SQLException {
    Optional<ReadingList> list = rows.withId(id).filter(actor::sees);
    list.ifPresent(actor::requireOwned);
    return list;
  }

  /** The entries of a list, which the actor may change; empty when the actor does not see it. */
  private Optional<EntryRows> editable(Session session, String id) throws SQLException {
    Optional<ReadingList> list = new ListRows(session).withId(id).filter(actor::sees);
    list.ifPresent(actor::requireEditable);
    return list.map(each -> new EntryRows(session, each.id()));
  }

  private static void requireFree(ListRows rows, ReadingList list, String name)
      throws SQLException {
    Optional<ReadingList> same = rows.ofOwner(list.owner(), name);
    if (same.isPresent() && !same.get().id().equals(list.id())) {
      throw ListRuleException.taken(same.get().name());
    }
  }

  @Override
  public Optional<ReadingList> remove(String id) {
    if (!database.isThere()) {
      return Optional.empty();
    }
    return database.change(
        session -> {
          ListRows rows = new ListRows(session);
          Optional<ReadingList> removed = owned(rows, id);
          if (removed.isPresent()) {
            rows.delete(id);
            audit.deleted(removed.get());
          }
          return removed;
        });
  }

  @Override
  public List<ListEntry> entries(String id) {
    return database.read(session -> new EntryRows(session, id).all()).orElse(List.of());
  }

  @Override
  public List<ArticleRef> articles(String id) {
    return database.read(session -> new EntryRows(session, id).articles()).orElse(List.of());
  }

  @Override
  public int put(String id, List<ListEntry> entries) {
    return database.change(
        session -> {
          Optional<EntryRows> rows = editable(session, id);
          if (rows.isEmpty()) {
            return 0;
          }
          int added = rows.get().put(entries);
          new ListRows(session).use(id);
          audit.added(id, entries.stream().map(ListEntry::article).toList());
          return added;
        });
  }

  @Override
  public int take(String id, Collection<String> fingerprints) {
    if (!database.isThere()) {
      return 0;
    }
    return database.change(
        session -> {
          Optional<EntryRows> rows = editable(session, id);
          if (rows.isEmpty()) {
            return 0;
          }
          List<ArticleRef> taken = rows.get().articles(fingerprints);
          rows.get().take(fingerprints);
          audit.taken(id, taken);
          return taken.size();
        });
  }

  @Override
  public List<ListEntry> taken(String id) {
    return database
        .read(
            session ->
                new ListRows(session).withId(id).filter(actor::edits).isPresent()
                    ? new TakenRows(session, id).all()
                    : List.<ListEntry>of())
        .orElse(List.of());
  }

  @Override
  public boolean restore(String id, String fingerprint) {
    return changeEntry(id, fingerprint, audit::restored, rows -> rows.restore(fingerprint));
  }

  @Override
  public boolean note(String id, String fingerprint, UnaryOperator<String> change) {
    if (!database.isThere()) {
      return false;
    }
    return database.change(
        session -> {
          Optional<EntryRows> rows = editable(session, id);
          return rows.isPresent() && noted(rows.get(), fingerprint, change);
        });
  }

  private boolean noted(EntryRows rows, String fingerprint, UnaryOperator<String> change)
      throws SQLException {
    Optional<ListEntry> known = rows.find(fingerprint);
    if (known.isPresent()) {
      ListEntry changed = known.get().noted(change);
      if (!changed.equals(known.get())) {
        rows.note(changed);
        audit.noted(rows.list(), changed.article().id());
      }
    }
    return known.isPresent();
  }

  @Override
  public boolean move(String id, String fingerprint, int place) {
    return changeEntry(id, fingerprint, audit::moved, rows -> rows.move(fingerprint, place));
  }

  /** Changes an entry, and returns whether there is such an entry. */
  private interface EntryChange {
    boolean in(EntryRows rows) throws SQLException;
  }

  private boolean changeEntry(
      String id, String fingerprint, BiConsumer<String, String> said, EntryChange change) {
    if (!database.isThere()) {
      return false;
    }
    return database.change(
        session -> {
          Optional<EntryRows> rows = editable(session, id);
          if (rows.isEmpty() || !change.in(rows.get())) {
            return false;
          }
          List<ArticleRef> changed = rows.get().articles(List.of(fingerprint));
          said.accept(id, changed.isEmpty() ? fingerprint : changed.getFirst().id());
          return true;
        });
  }

  @Override
  public Map<ArticleRef, List<ReadingList>> having(String user, Collection<ArticleRef> articles) {
    return database.read(session -> having(session, user, articles)).orElse(Map.of());
  }

  private static Map<ArticleRef, List<ReadingList>> having(
      Session session, String user, Collection<ArticleRef> articles) throws SQLException {
    Map<ArticleRef, List<ReadingList>> having = new HashMap<>();
    for (ArticleRef each : articles) {
      List<ReadingList> lists = new ListRows(session).having(user, each);
      if (!lists.isEmpty()) {
        having.put(each, lists);
      }
    }
    return having;
  }

  @Override
  public List<ArticleRef> listed(String user) {
    return database.read(session -> new ListRows(session).articlesSeenBy(user)).orElse(List.of());
  }

  @Override
  public long check() {
    database.check();
    return database.read(session -> session.number("SELECT count(*) FROM entry")).orElse(0L);
  }
}
