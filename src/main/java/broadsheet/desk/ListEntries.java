package broadsheet.desk;

import broadsheet.article.ArticleRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The entries of reading lists, with their notes. Each change is made by the {@link Actor} of the
 * desk: a list that the actor does not see is treated as missing, and a change that the actor may
 * not make is refused with a {@link NotOwnerException}. Thread-safe, and safe between processes.
 */
public final class ListEntries {

  private final Store store;
  private final ListNames names;
  private final ListNotes notes;
  private final Audit audit;
  private final Actor actor;

  ListEntries(Store store, ListNames names, Audit audit) {
    this.store = store;
    this.names = names;
    this.audit = audit;
    notes = new ListNotes(store);
    actor = audit.actor();
  }

  /**
   * The entries of a list in the order readers gave them, new ones last; none when there is no such
   * list.
   *
   * @throws DeskException when they cannot be read
   */
  public List<ListEntry> of(String id) {
    return notes.entries(id);
  }

  /**
   * The articles of a list, in the order of {@link #of}; none when there is no such list. Cheaper
   * than the entries.
   *
   * @throws DeskException when they cannot be read
   */
  public List<ArticleRef> articles(String id) {
    return notes.document(id).articles();
  }

  /**
   * Adds all of these articles at the end of a list, or none. An article that is there already, by
   * fingerprint or id, keeps its place, note and day; its other values become the given ones. An
   * article that is among the {@link #taken} is restored first. A given note replaces an empty one.
   *
   * @return the number of articles that were not on it before; 0 when there is no such list
   * @throws DeskException when it would have more than {@value Lists#MOST_ENTRIES} entries, or they
   *     cannot be stored; nothing changes
   */
  public int put(String id, List<ListEntry> entries) {
    return change(
        id,
        0,
        (list, parts, said) -> {
          int added = list.put(entries, note -> note(note, id, parts));
          list.use();
          said.added(id, entries.stream().map(ListEntry::article).toList());
          return added;
        });
  }

  /** A change of a list's entries, which may be made several times. */
  private interface EntryChange<T> {
    /**
     * @param parts receives the documents of new notes
     * @param said receives the changes
     */
    T to(ListDocument list, DocumentParts parts, Audit said);
  }

  /**
   * @param nothing the result when there is no such list, or the actor does not see it
   */
  private <T> T change(String id, T nothing, EntryChange<T> change) {
    Audit once = audit.once();
    return store.change(
        ListDocument.id(id),
        (content, parts) -> {
          Optional<ReadingList> list = names.read().find(id).filter(actor::sees);
          list.ifPresent(actor::requireEditable);
          if (list.isEmpty() || content.isEmpty()) {
            return nothing;
          }
          ListDocument document = ListDocument.of(content);
          List<String> before = document.notes();
          T result = change.to(document, parts, once);
          parts.name(before, document.notes());
          document.writeTo(content, id);
          return result;
        });
  }

  /**
   * Takes articles off a list. The last {@value Lists#MOST_TAKEN} can be put back.
   *
   * @param fingerprints the articles' fingerprints, as in {@link #of}
   * @return the number of articles that were on it
   * @throws DeskException when the change cannot be stored; nothing changes
   */
  public int take(String id, Collection<String> fingerprints) {
    return change(
        id,
        0,
        (list, _, said) -> {
          List<ArticleRef> taken = list.take(fingerprints);
          said.taken(id, taken);
          return taken.size();
        });
  }

  /**
   * The entries that were taken off a list and can be put back, the last first; none for an actor
   * who may not put them back.
   *
   * @throws DeskException when it cannot be read
   */
  public List<ListEntry> taken(String id) {
    return names.read().find(id).filter(actor::edits).isPresent() ? notes.taken(id) : List.of();
  }

  /**
   * Puts an article that was taken off back in its place, with its note and day.
   *
   * @return whether it could be put back
   * @throws DeskException when it would have more than {@value Lists#MOST_ENTRIES} entries, or the
   *     change cannot be stored; nothing changes
   */
  public boolean restore(String id, String fingerprint) {
    return change(
        id,
        false,
        (list, _, said) -> {
          Optional<ArticleRef> restored = list.restore(fingerprint);
          restored.ifPresent(article -> said.restored(id, article.id()));
          return restored.isPresent();
        });
  }

  /**
   * Replaces the note of an entry, or of one that was taken off; an empty note removes it.
   *
   * @return whether there is such an entry, or such a one that can be put back
   * @throws DeskException when the note is too long or cannot be stored
   */
  public boolean note(String id, String fingerprint, String note) {
    return note(id, fingerprint, _ -> note);
  }

  /**
   * Changes the note of an entry, or of one that was taken off, as an atomic step.
   *
   * @param change makes the new note from the current one, and may be called several times
   * @return whether there is such an entry, or such a one that can be put back
   * @throws DeskException when the note is too long or cannot be stored
   */
  public boolean note(String id, String fingerprint, UnaryOperator<String> change) {
    return change(
        id,
        false,
        (list, parts, said) ->
            list.note(
                fingerprint,
                known -> {
                  ListEntry entry = notes.noted(known);
                  ListEntry changed = entry.noted(change);
                  if (changed.equals(entry)) {
                    return known.note();
                  }
                  said.noted(id, known.article().id());
                  return note(changed.note(), id, parts);
                }));
  }

  /** Returns the id of a note's document; empty for an empty note. */
  static String note(String note, String list, DocumentParts parts) {
    return note.isEmpty() ? "" : parts.addNew(ListNotes.PREFIX, ListNotes.document(note, list));
  }

  /**
   * Moves an entry to another place.
   *
   * @param place the new place, from 1; beyond the end means last
   * @return whether there is such an entry
   * @throws DeskException when the change cannot be stored
   */
  public boolean move(String id, String fingerprint, int place) {
    return change(
        id,
        false,
        (list, _, said) -> {
          Optional<ArticleRef> moved = list.move(fingerprint, place);
          moved.ifPresent(article -> said.moved(id, article.id()));
          return moved.isPresent();
        });
  }

  /**
   * Removes the headlines of articles that their agencies withdrew from all lists, also of articles
   * that were taken off. Notes stay.
   *
   * @param withdrawn returns those of some articles that were withdrawn
   * @throws DeskException when a list cannot be read or changed
   */
  public void withhold(Function<List<ArticleRef>, Set<ArticleRef>> withdrawn) {
    inAll(
        document -> withdrawn.apply(document.headed()),
        Set::isEmpty,
        (document, found) -> document.withhold(found));
  }

  /**
   * Leaves of articles that were erased only that they were, on all lists, also of those taken off.
   * Notes stay.
   *
   * @param erased returns those of some articles that were erased, each with what stands for it
   * @param day the day to name
   * @return the number of entries
   * @throws DeskException when a list cannot be read or changed
   */
  public int erase(Function<List<ArticleRef>, Map<ArticleRef, ArticleRef>> erased, LocalDate day) {
    int[] entries = {0};
    inAll(
        document -> erased.apply(document.known()),
        Map::isEmpty,
        (document, found) -> {
          entries[0] += found.size();
          document.erase(found, day);
        });
    return entries[0];
  }

  /** Changes all lists in which something is found. */
  private <T> void inAll(
      Function<ListDocument, T> finding,
      Predicate<T> isNothing,
      BiConsumer<ListDocument, T> change) {
    for (ReadingList list : names.read().all()) {
      T found = finding.apply(notes.document(list.id()));
      if (!isNothing.test(found)) {
        change(
            list.id(),
            false,
            (document, _, _) -> {
              change.accept(document, found);
              return true;
            });
      }
    }
  }
}
