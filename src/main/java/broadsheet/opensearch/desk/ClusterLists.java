package broadsheet.opensearch.desk;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Actor;
import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.desk.RandomId;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import broadsheet.desk.audit.Audit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Lists on a cluster: a {@link Directory} of their names, a {@link Roster} for each, and a document
 * for each note.
 */
final class ClusterLists implements Lists {

  private final DeskIndex index;
  private final RosterSearch rosters;
  private final DirectoryChanges names;
  private final RosterReader reader;
  private final Audit audit;
  private final Actor actor;

  ClusterLists(DeskIndex index, Audit audit) {
    this.index = index;
    this.audit = audit;
    actor = audit.actor();
    rosters = new RosterSearch(index);
    names = new DirectoryChanges(index, rosters);
    reader = new RosterReader(index);
  }

  private List<ReadingList> visible(String user) {
    return names.read().all().stream().filter(Actor.user(user)::sees).toList();
  }

  @Override
  public List<ReadingList> ofAllUsers() {
    return rosters.inOrder(names.read().all());
  }

  @Override
  public List<ReadingList> all(String user) {
    return rosters.inOrder(visible(user));
  }

  @Override
  public Optional<ReadingList> find(String user, String idOrName) {
    List<ReadingList> visible = visible(user);
    String key = ReadingList.key(idOrName);
    List<ReadingList> named =
        visible.stream().filter(list -> ReadingList.key(list.name()).equals(key)).toList();
    return first(visible, list -> list.id().equals(idOrName))
        .or(() -> first(named, list -> list.owner().equals(user)))
        .map(this::counted)
        .or(() -> rosters.inOrder(named).stream().findFirst());
  }

  private static Optional<ReadingList> first(
      List<ReadingList> lists, Predicate<ReadingList> wanted) {
    return lists.stream().filter(wanted).findFirst();
  }

  private ReadingList counted(ReadingList list) {
    return rosters.inOrder(List.of(list)).getFirst();
  }

  @Override
  public ReadingList create(String user, String name) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return counted(
        add(
            new ReadingList(
                RandomId.next(), ReadingList.named(name), user, Sharing.PRIVATE, now, 0)));
  }

  /** Adds a list, unless there is one with its id or its owner has one of that name. */
  ReadingList add(ReadingList list) {
    Audit once = audit.once();
    return names.change(
        directory -> {
          Optional<ReadingList> same =
              directory.find(list.id()).or(() -> directory.ofOwner(list.owner(), list.name()));
          if (same.isPresent()) {
            return same.get();
          }
          directory.add(list);
          startRoster(list.id()); // before its name, so that a list always has one
          once.made(list);
          return list;
        });
  }

  private void startRoster(String list) {
    index.change(
        Roster.id(list),
        document -> {
          if (document.isEmpty()) {
            new Roster().writeTo(document, list);
            Roster.use(document);
          }
          return list;
        });
  }

  @Override
  public Optional<ReadingList> change(String id, String name, Sharing sharing) {
    String kept = ReadingList.named(name);
    if (names.read().find(id).isEmpty()) {
      return Optional.empty();
    }
    Audit once = audit.once();
    return names
        .change(
            directory -> {
              Optional<ReadingList> list = owned(directory, id);
              list.ifPresent(
                  before -> {
                    ReadingList after = before.changed(kept, actor.sharing(before, sharing));
                    directory.change(before, after);
                    once.changed(before, after);
                  });
              return list.flatMap(before -> directory.find(id));
            })
        .map(this::counted);
  }

  /** The list, which the actor owns; empty when the actor does not see it. */
  private Optional<ReadingList> owned(Directory directory, String id) {
    Optional<ReadingList> list = directory.find(id).filter(actor::sees);
    list.ifPresent(actor::requireOwned);
    return list;
  }

  @Override
  public Optional<ReadingList> remove(String id) {
    Optional<ReadingList> known = owned(names.read(), id).map(this::counted);
    if (known.isEmpty()) {
      return known;
    }
    Audit once = audit.once();
    Optional<ReadingList> removed =
        names.change(
            directory -> {
              Optional<ReadingList> list = owned(directory, id).map(_ -> known.get());
              list.ifPresent(
                  gone -> {
                    once.deleted(gone);
                    directory.remove(id);
                  });
              return list;
            });
    names.deleteRemoved();
    return removed;
  }

  @Override
  public List<ListEntry> entries(String id) {
    return reader.entries(id);
  }

  @Override
  public List<ArticleRef> articles(String id) {
    return reader.roster(id).articles();
  }

  /** Changes the articles of a list. */
  private interface RosterChange<T> {
    /**
     * @param notes takes the documents of new notes
     * @param said takes what is changed
     */
    T to(Roster roster, Drafts notes, Audit said);
  }

  /**
   * @param nothing what is returned when there is no such list
   */
  private <T> T change(String id, boolean isUse, T nothing, RosterChange<T> change) {
    Optional<ReadingList> list = names.read().find(id).filter(actor::sees);
    if (list.isEmpty()) {
      return nothing;
    }
    actor.requireEditable(list.get());
    Audit once = audit.once();
    Drafts notes = new Drafts(index, NoteDocument.PREFIX);
    T result =
        index.change(
            Roster.id(id),
            document -> {
              Roster roster = Roster.of(document);
              notes.begin(roster.notes());
              if (document.isEmpty()) {
                return nothing; // just removed
              }
              T changed = change.to(roster, notes, once);
              notes.write(roster.notes());
              roster.writeTo(document, id);
              if (isUse) {
                Roster.use(document);
              }
              return changed;
            });
    notes.end();
    return result;
  }

  @Override
  public int put(String id, List<ListEntry> entries) {
    return change(
        id,
        true,
        0,
        (roster, notes, said) -> {
          int added = roster.put(entries, note -> notes.add(NoteDocument.of(note, id)));
          said.added(id, entries.stream().map(ListEntry::article).toList());
          return added;
        });
  }

  @Override
  public int take(String id, Collection<String> fingerprints) {
    return change(
        id,
        false,
        0,
        (roster, _, said) -> {
          List<ArticleRef> taken = roster.take(fingerprints);
          said.taken(id, taken);
          return taken.size();
        });
  }

  @Override
  public List<ListEntry> taken(String id) {
    return names.read().find(id).filter(actor::edits).isPresent() ? reader.taken(id) : List.of();
  }

  @Override
  public boolean restore(String id, String fingerprint) {
    return change(
        id,
        false,
        false,
        (roster, _, said) -> {
          Optional<ArticleRef> restored = roster.restore(fingerprint);
          restored.ifPresent(article -> said.restored(id, article.id()));
          return restored.isPresent();
        });
  }

  @Override
  public boolean note(String id, String fingerprint, UnaryOperator<String> change) {
    return change(
        id,
        false,
        false,
        (roster, notes, said) ->
            roster.note(
                fingerprint,
                known -> {
                  ListEntry entry = reader.noted(known);
                  ListEntry changed = entry.noted(change); // not too long
                  if (changed.equals(entry)) {
                    return known.note();
                  }
                  said.noted(id, known.article().id());
                  String text = changed.note();
                  return text.isEmpty() ? "" : notes.add(NoteDocument.of(text, id));
                }));
  }

  @Override
  public boolean move(String id, String fingerprint, int place) {
    return change(
        id,
        false,
        false,
        (roster, _, said) -> {
          Optional<ArticleRef> moved = roster.move(fingerprint, place);
          moved.ifPresent(article -> said.moved(id, article.id()));
          return moved.isPresent();
        });
  }

  @Override
  public Map<ArticleRef, List<ReadingList>> having(String user, Collection<ArticleRef> articles) {
    return rosters.having(visible(user), List.copyOf(articles));
  }

  @Override
  public List<ArticleRef> listed(String user) {
    Map<String, ArticleRef> listed = new LinkedHashMap<>();
    for (ReadingList list : visible(user)) {
      index
          .read(Roster.id(list.id()))
          .map(Roster::of)
          .orElseGet(Roster::new)
          .articles()
          .forEach(each -> listed.merge(each.fingerprint(), each, ClusterLists::first));
    }
    return List.copyOf(listed.values());
  }

  private static ArticleRef first(ArticleRef one, ArticleRef other) {
    return one.id().compareTo(other.id()) <= 0 ? one : other;
  }

  @Override
  public long check() {
    long entries = 0;
    for (ReadingList list : names.read().all()) {
      entries += entries(list.id()).size();
    }
    return entries;
  }
}
