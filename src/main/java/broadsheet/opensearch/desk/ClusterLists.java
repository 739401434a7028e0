package broadsheet.opensearch.desk;

import broadsheet.article.ArticleRef;
import broadsheet.desk.DeskException;
import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.desk.RandomId;
import broadsheet.desk.ReadingList;
import broadsheet.opensearch.desk.Roster.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lists on a cluster: a {@link Directory} of their names, a {@link Roster} for each, and a document
 * for each note.
 */
final class ClusterLists implements Lists {

  private final DeskIndex index;
  private final RosterSearch rosters;
  private final RosterReader reader;

  ClusterLists(DeskIndex index) {
    this.index = index;
    rosters = new RosterSearch(index);
    reader = new RosterReader(index);
  }

  private Directory directory() {
    return index.read(Directory.ID).map(Directory::of).orElseGet(Directory::new);
  }

  private List<ReadingList> visible(String user) {
    return directory().all().stream().filter(list -> list.isOf(user)).toList();
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
        add(new ReadingList(RandomId.next(), ReadingList.named(name), user, false, now, 0)));
  }

  /** Adds a list, unless there is one with its id or its owner has one of that name. */
  ReadingList add(ReadingList list) {
    return changeNames(
        directory -> {
          Optional<ReadingList> same =
              directory.find(list.id()).or(() -> directory.ofOwner(list.owner(), list.name()));
          if (same.isPresent()) {
            return same.get();
          }
          directory.add(list);
          startRoster(list.id()); // before its name, so that a list always has one
          return list;
        });
  }

  private <T> T changeNames(Function<Directory, T> change) {
    return index.change(
        Directory.ID,
        document -> {
          Directory directory = Directory.of(document);
          T result = change.apply(directory);
          directory.writeTo(document);
          return result;
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
  public Optional<ReadingList> change(String id, String name, boolean isShared) {
    String kept = ReadingList.named(name);
    if (directory().find(id).isEmpty()) {
      return Optional.empty();
    }
    return changeNames(
            directory -> {
              directory.change(id, kept, isShared);
              return directory.find(id);
            })
        .map(this::counted);
  }

  @Override
  public Optional<ReadingList> remove(String id) {
    Optional<ReadingList> removed = directory().find(id).map(this::counted);
    if (removed.isPresent()) {
      changeNames(
          directory -> {
            directory.remove(id);
            return id;
          });
      try {
        deleteRemoved();
      } catch (DeskException e) {
        // the list is gone; what is left of it is deleted with the next one
      }
    }
    return removed;
  }

  /** Deletes what is left of removed lists, also of those whose removal was interrupted. */
  private void deleteRemoved() {
    List<String> removed = directory().removed();
    index.deleteAll(removed.stream().map(Roster::id).toList()); // from here on nothing is put on it
    rosters.deleteNotes(removed);
    changeNames(
        directory -> {
          directory.forget(removed);
          return removed;
        });
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
     */
    T to(Roster roster, Drafts notes);
  }

  /**
   * @param nothing what is returned when there is no such list
   */
  private <T> T change(String id, boolean isUse, T nothing, RosterChange<T> change) {
    if (directory().find(id).isEmpty()) {
      return nothing;
    }
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
              T changed = change.to(roster, notes);
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
        (roster, notes) -> roster.put(entries, note -> notes.add(NoteDocument.of(note, id))));
  }

  @Override
  public int take(String id, Collection<String> fingerprints) {
    Set<String> taken = Set.copyOf(fingerprints);
    return change(
        id,
        false,
        0,
        (roster, _) -> {
          int before = roster.places().size();
          roster.places().removeIf(place -> taken.contains(place.article().fingerprint()));
          return before - roster.places().size();
        });
  }

  @Override
  public boolean note(String id, String fingerprint, String note) {
    return change(
        id,
        false,
        false,
        (roster, notes) -> {
          OptionalInt place = roster.find(fingerprint);
          place.ifPresent(
              at -> {
                Place known = roster.places().get(at);
                String text = known.entry().noted(note).note(); // not too long
                String document = text.isEmpty() ? "" : notes.add(NoteDocument.of(text, id));
                roster.places().set(at, known.noted(document));
              });
          return place.isPresent();
        });
  }

  @Override
  public boolean move(String id, String fingerprint, int place) {
    return change(
        id,
        false,
        false,
        (roster, _) -> {
          OptionalInt from = roster.find(fingerprint);
          from.ifPresent(
              at -> {
                Place moved = roster.places().remove(at);
                roster.places().add(Math.clamp(place - 1L, 0, roster.places().size()), moved);
              });
          return from.isPresent();
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
    for (ReadingList list : directory().all()) {
      entries += entries(list.id()).size();
    }
    return entries;
  }
}
