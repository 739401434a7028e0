package broadsheet.desk;

import java.util.List;
import java.util.Optional;

/** The saved searches of an archive. Thread-safe, and safe between processes. */
public interface SavedSearches {

  /** The most searches that may be saved: each costs every update a little. */
  int MOST = 1_000;

  /**
   * All of them, in the order they were saved.
   *
   * @throws DeskException when they cannot be read
   */
  List<SavedSearch> all();

  /**
   * Those that a user owns or all users do, in the order they were saved.
   *
   * @throws DeskException when they cannot be read
   */
  default List<SavedSearch> all(String user) {
    return all().stream().filter(Actor.user(user)::owns).toList();
  }

  /**
   * The search with that id, whoever owns it; empty when there is none.
   *
   * @throws DeskException when they cannot be read
   */
  default Optional<SavedSearch> find(String id) {
    return all().stream().filter(search -> search.id().equals(id)).findFirst();
  }

  /**
   * Saves a search for the actor; one that the actor has saved already stays as it is.
   *
   * @param search its parameters, as {@link SavedSearch#search}
   * @param reading how its query is understood
   * @return the saved search
   * @throws DeskException when it cannot be saved, or there are already {@value #MOST}; nothing
   *     changes
   */
  SavedSearch add(String search, String reading);

  /**
   * Removes a saved search.
   *
   * @return the removed search; empty when there is none with that id
   * @throws NotOwnerException when the actor does not own it; nothing changes
   * @throws DeskException when the change cannot be stored; nothing changes
   */
  Optional<SavedSearch> remove(String id);

  /**
   * Keeps the searches from changing until the result is closed, so that no article is missed
   * between the saving of a search and the commit that makes the article searchable. Others can
   * read them meanwhile. Holds none where none can be stored.
   *
   * @throws DeskException when they cannot be read, or others hold them for too long
   */
  Held hold();

  /**
   * Verifies every record.
   *
   * @return how many there are
   * @throws DeskException when one is damaged
   */
  long check();

  /** The saved searches, fixed until closed. For one thread. */
  interface Held extends AutoCloseable {
    List<SavedSearch> searches();

    @Override
    void close();
  }
}
