package broadsheet.desk;

import broadsheet.article.ArticleRef;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The lists of articles that readers keep. A user is a name from outside, empty where there are no
 * users. Each change is made by the {@link Actor} of the desk: a list that the actor does not see
 * is treated as missing, and a change that the actor may not make is refused with a {@link
 * NotOwnerException}. Thread-safe, and safe between processes.
 */
public final class Lists {

  /** The most lists of an archive. */
  public static final int MOST = 1_000;

  /** The most articles on one list. */
  public static final int MOST_ENTRIES = 10_000;

  /** The most articles taken off a list that can be put back; the oldest are dropped. */
  public static final int MOST_TAKEN = 100;

  private final Store store;
  private final ListNames names;
  private final Audit audit;
  private final Actor actor;
  private final ListEntries entries;

  Lists(Store store, Audit audit) {
    this.store = store;
    this.audit = audit;
    names = new ListNames(store);
    actor = audit.actor();
    entries = new ListEntries(store, names, audit);
  }

  /** The entries of the lists. */
  public ListEntries entries() {
    return entries;
  }

  /**
   * The lists that a user sees, the last used first.
   *
   * @throws DeskException when they cannot be read
   */
  public List<ReadingList> all(String user) {
    return names.inOrder(names.seenBy(user));
  }

  /**
   * The lists of all users, the last used first.
   *
   * @throws DeskException when they cannot be read
   */
  public List<ReadingList> ofAllUsers() {
    return names.inOrder(names.read().all());
  }

  /**
   * The list that a user sees under an id or, failing that, a name; the user's own before others'.
   *
   * @return empty when there is none
   * @throws DeskException when they cannot be read
   */
  public Optional<ReadingList> find(String user, String idOrName) {
    List<ReadingList> seen = names.seenBy(user);
    String key = ReadingList.key(idOrName);
    List<ReadingList> named =
        seen.stream().filter(list -> ReadingList.key(list.name()).equals(key)).toList();
    return first(seen, list -> list.id().equals(idOrName))
        .or(() -> first(named, list -> list.owner().equals(user)))
        .map(names::counted)
        .or(() -> names.inOrder(named).stream().findFirst());
  }

  private static Optional<ReadingList> first(
      List<ReadingList> lists, Predicate<ReadingList> wanted) {
    return lists.stream().filter(wanted).findFirst();
  }

  /**
   * Makes a list that nobody else sees. If the user already has a list of that name, returns it
   * unchanged.
   *
   * @throws DeskException when the name cannot be used, there are {@value #MOST} lists, or it
   *     cannot be stored; nothing changes
   */
  public ReadingList create(String user, String name) {
    return put(user, name, List.of()).list();
  }

  /**
   * Articles on a list.
   *
   * @param added how many of them were not on it before
   */
  public record Put(ReadingList list, int added) {}

  /**
   * Adds all of these articles to the list of that name that the user has, or makes one of them
   * that nobody else sees; or does nothing.
   *
   * @throws DeskException as {@link #create} and {@link ListEntries#put} do; nothing changes
   */
  public Put put(String user, String name, List<ListEntry> entries) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ReadingList made =
        new ReadingList(RandomId.next(), ReadingList.named(name), user, Sharing.PRIVATE, now, 0);
    Audit once = audit.once();
    Optional<ReadingList> known =
        names.change(
            (directory, parts) -> {
              Optional<ReadingList> same = directory.ofOwner(user, made.name());
              if (same.isEmpty()) {
                directory.add(made);
                once.made(made);
                begin(made.id(), entries, parts, once);
              }
              return same;
            });
    ReadingList list = known.orElse(made);
    boolean isChange = known.isPresent() && !entries.isEmpty();
    int added = isChange ? this.entries.put(list.id(), entries) : 0;
    ReadingList counted = names.counted(list);
    return new Put(counted, known.isPresent() ? added : counted.entries());
  }

  private static void begin(String id, List<ListEntry> entries, DocumentParts parts, Audit said) {
    ListDocument document = new ListDocument();
    document.put(entries, note -> ListEntries.note(note, id, parts));
    document.use();
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    document.writeTo(content, id);
    parts.add(ListDocument.id(id), content);
    if (!entries.isEmpty()) {
      said.added(id, entries.stream().map(ListEntry::article).toList());
    }
  }

  /**
   * Changes the name and the sharing of a list.
   *
   * @return the list as it is now; empty when there is none with that id
   * @throws DeskException when the name cannot be used or its owner has another list of that name
   */
  public Optional<ReadingList> change(String id, String name, Sharing sharing) {
    String kept = ReadingList.named(name);
    Audit once = audit.once();
    return names
        .change(
            (directory, _) -> {
              Optional<ReadingList> list = owned(directory, id);
              list.ifPresent(
                  before -> {
                    ReadingList after = before.changed(kept, actor.sharing(before, sharing));
                    directory.change(before, after);
                    once.changed(before, after);
                  });
              return list.flatMap(_ -> directory.find(id));
            })
        .map(names::counted);
  }

  /** A list of the actor; empty when the actor does not see it. */
  private Optional<ReadingList> owned(ListDirectory directory, String id) {
    Optional<ReadingList> list = directory.find(id).filter(actor::sees);
    list.ifPresent(actor::requireOwned);
    return list;
  }

  /**
   * Removes a list with its notes.
   *
   * @return the removed list; empty when there is none with that id
   * @throws DeskException when it cannot be removed; nothing changes
   */
  public Optional<ReadingList> remove(String id) {
    Audit once = audit.once();
    Optional<ReadingList> removed =
        names.change(
            (directory, _) -> {
              Optional<ReadingList> list = owned(directory, id).map(names::counted);
              list.ifPresent(once::deleted);
              list.ifPresent(_ -> directory.remove(id));
              return list;
            });
    removed.ifPresent(_ -> names.deleteRemoved());
    return removed;
  }

  /**
   * The lists of a user that have these articles, by fingerprint or id.
   *
   * @return the lists by article; an article on no list is absent
   * @throws DeskException when they cannot be read
   */
  public Map<ArticleRef, List<ReadingList>> having(String user, Collection<ArticleRef> articles) {
    return names.having(names.seenBy(user), List.copyOf(articles));
  }

  /**
   * The articles on any list that a user sees, each once.
   *
   * @throws DeskException when they cannot be read
   */
  public List<ArticleRef> listed(String user) {
    Map<String, ArticleRef> listed = new LinkedHashMap<>();
    for (ReadingList list : names.seenBy(user)) {
      store
          .read(ListDocument.id(list.id()))
          .map(ListDocument::of)
          .orElseGet(ListDocument::new)
          .articles()
          .forEach(each -> listed.merge(each.fingerprint(), each, Lists::first));
    }
    return List.copyOf(listed.values());
  }

  private static ArticleRef first(ArticleRef one, ArticleRef other) {
    return one.id().compareTo(other.id()) <= 0 ? one : other;
  }

  /**
   * Verifies every record.
   *
   * @return the number of entries
   * @throws DeskException when one is damaged
   */
  public long check() {
    store.check(Store.LISTS);
    return names.read().all().stream().mapToLong(list -> entries.of(list.id()).size()).sum();
  }
}
