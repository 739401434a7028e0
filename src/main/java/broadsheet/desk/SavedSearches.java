package broadsheet.desk;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The saved searches of an archive. Thread-safe, and safe between processes. */
public final class SavedSearches {

  /** The most saved searches: the list of all counts the new articles of each. */
  public static final int MOST = 1_000;

  private final Store store;
  private final Audit audit;

  SavedSearches(Store store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * All searches, in the order they were saved.
   *
   * @throws DeskException when they cannot be read
   */
  public List<SavedSearch> all() {
    return store.read(Store.SEARCHES).map(SearchesDocument::read).orElse(List.of());
  }

  /**
   * The searches of a user and those of all users, in the order they were saved.
   *
   * @throws DeskException when they cannot be read
   */
  public List<SavedSearch> all(String user) {
    return all().stream().filter(Actor.user(user)::owns).toList();
  }

  /**
   * The search with that id, whoever owns it; empty when there is none.
   *
   * @throws DeskException when they cannot be read
   */
  public Optional<SavedSearch> find(String id) {
    return all().stream().filter(search -> search.id().equals(id)).findFirst();
  }

  /**
   * Saves a search for the actor; a search that the actor has saved already stays unchanged.
   *
   * @param search its parameters, see {@link SavedSearch#search}
   * @param reading the interpretation of its query, see {@link SavedSearch#reading}
   * @param since the published state in which its articles are known, see {@link SavedSearch#since}
   * @return the saved search
   * @throws DeskException when it cannot be saved, or there are already {@value #MOST}; nothing
   *     changes
   */
  public SavedSearch add(String search, String reading, long since) {
    return add(search, reading, since, Map.of());
  }

  /**
   * Saves a search in an archive of several collections; see {@link #add(String, String, long)}.
   *
   * @param since the published states in which its articles are known, by collection
   */
  public SavedSearch add(String search, String reading, Map<String, Long> since) {
    return add(search, reading, Collections.max(since.values()), since);
  }

  private SavedSearch add(String search, String reading, long last, Map<String, Long> since) {
    SavedSearch saved = SavedSearch.by(audit.actor(), search, reading, last, since);
    Audit once = audit.once();
    return change(
            known -> {
              if (known.stream().anyMatch(saved::isSame)) {
                return known;
              }
              if (known.size() >= MOST) {
                throw DeskException.tooManySearches();
              }
              once.saved(saved);
              return Stream.concat(known.stream(), Stream.of(saved)).toList();
            })
        .stream()
        .filter(saved::isSame)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Changes the searches.
   *
   * @return the searches after the change
   */
  List<SavedSearch> change(UnaryOperator<List<SavedSearch>> change) {
    return store.change(
        Store.SEARCHES,
        (content, _) -> {
          List<SavedSearch> changed = change.apply(SearchesDocument.read(content));
          SearchesDocument.write(changed, content);
          return changed;
        });
  }

  /**
   * Removes a saved search.
   *
   * @return the removed search; empty when there is none with that id
   * @throws NotOwnerException when the actor does not own it; nothing changes
   * @throws DeskException when the change cannot be stored; nothing changes
   */
  public Optional<SavedSearch> remove(String id) {
    if (find(id).isEmpty()) {
      return Optional.empty();
    }
    Audit once = audit.once();
    return store.change(
        Store.SEARCHES,
        (content, _) -> {
          List<SavedSearch> known = SearchesDocument.read(content);
          Optional<SavedSearch> removed =
              known.stream().filter(each -> each.id().equals(id)).findFirst();
          removed.ifPresent(audit.actor()::requireOwned);
          removed.ifPresent(once::deleted);
          SearchesDocument.write(
              known.stream().filter(each -> !each.id().equals(id)).toList(), content);
          return removed;
        });
  }

  /** The number of searches that a user owns. */
  int ownedBy(String user) {
    return (int) all().stream().filter(each -> each.owner().equals(user)).count();
  }

  /** Removes all searches of a user. */
  void removeAllOf(String user) {
    if (ownedBy(user) > 0) {
      change(known -> known.stream().filter(each -> !each.owner().equals(user)).toList());
    }
  }

  /** Gives all searches of a user to another. */
  void giveAll(String user, String other) {
    if (ownedBy(user) > 0) {
      change(
          known ->
              known.stream()
                  .map(each -> each.owner().equals(user) ? each.givenTo(other) : each)
                  .toList());
    }
  }

  /**
   * Verifies every record.
   *
   * @return the number of searches
   * @throws DeskException when one is damaged
   */
  public long check() {
    store.check(Store.SEARCHES);
    return all().size();
  }
}
