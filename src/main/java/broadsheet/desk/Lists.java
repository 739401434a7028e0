package broadsheet.desk;

import broadsheet.article.ArticleRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The lists of articles that readers keep, with their notes. A user is a name from outside, empty
 * where there are no users. Each change is made by the {@link Actor} of the desk: a list that the
 * actor does not see is as if it were not there, and what the actor may not change stays as it is
 * and is answered with a {@link NotOwnerException}. Thread-safe, and safe between processes.
 */
public interface Lists {

  /** The most lists of an archive. */
  int MOST = 1_000;

  /** The most articles on one list. */
  int MOST_ENTRIES = 10_000;

  /** The most articles of a list that were taken off and can be put back; older ones make room. */
  int MOST_TAKEN = 100;

  /**
   * The lists that a user sees, the last used first.
   *
   * @throws DeskException when they cannot be read
   */
  List<ReadingList> all(String user);

  /**
   * The lists of all users, the last used first.
   *
   * @throws DeskException when they cannot be read
   */
  List<ReadingList> ofAllUsers();

  /**
   * The list that a user sees under an id or, failing that, a name; the user's own before others'.
   *
   * @return empty when there is none
   * @throws DeskException when they cannot be read
   */
  Optional<ReadingList> find(String user, String idOrName);

  /**
   * Makes a list that nobody else sees. Where the user already has one of that name, it is returned
   * as it is.
   *
   * @throws DeskException when the name cannot be used, there are {@value #MOST} lists, or it
   *     cannot be stored; nothing changes
   */
  ReadingList create(String user, String name);

  /**
   * Changes what a list is called and who sees and changes it.
   *
   * @return the list as it is now; empty when there is none with that id
   * @throws DeskException when the name cannot be used or its owner has another list of that name
   */
  Optional<ReadingList> change(String id, String name, Sharing sharing);

  /**
   * Removes a list with its notes.
   *
   * @return the removed list; empty when there is none with that id
   * @throws DeskException when it cannot be removed; nothing changes
   */
  Optional<ReadingList> remove(String id);

  /**
   * The entries of a list in the order readers gave them, new ones last; none when there is no such
   * list.
   *
   * @throws DeskException when they cannot be read
   */
  List<ListEntry> entries(String id);

  /**
   * The articles of a list, in the order of its {@link #entries}; none when there is no such list.
   * Cheaper than the entries.
   *
   * @throws DeskException when they cannot be read
   */
  List<ArticleRef> articles(String id);

  /**
   * Puts articles on a list, at its end, all or none. One that is there already, by fingerprint or
   * id, keeps its place, note and day; its other values become the given ones. One that is among
   * the {@link #taken} is restored first. A given note is added to an empty one.
   *
   * @return how many were not there before; 0 when there is no such list
   * @throws DeskException when it would have more than {@value #MOST_ENTRIES} entries, or they
   *     cannot be stored; nothing changes
   */
  int put(String id, List<ListEntry> entries);

  /**
   * Takes articles off a list. The last {@value #MOST_TAKEN} can be put back.
   *
   * @param fingerprints of the articles, as {@link #entries} tells them
   * @return how many were on it
   * @throws DeskException when the change cannot be stored; nothing changes
   */
  int take(String id, Collection<String> fingerprints);

  /**
   * What was taken off a list and can be put back, the last taken first; nothing for an actor who
   * may not put it back.
   *
   * @throws DeskException when it cannot be read
   */
  List<ListEntry> taken(String id);

  /**
   * Puts an article back that was taken off: with its note and day, in its place.
   *
   * @return whether it could be put back
   * @throws DeskException when it would have more than {@value #MOST_ENTRIES} entries, or the
   *     change cannot be stored; nothing changes
   */
  boolean restore(String id, String fingerprint);

  /**
   * Replaces the note of an entry, or of one that was taken off; an empty one removes it.
   *
   * @return whether there is such an entry, or such a one that can be put back
   * @throws DeskException when the note is too long or cannot be stored
   */
  default boolean note(String id, String fingerprint, String note) {
    return note(id, fingerprint, _ -> note);
  }

  /**
   * Changes the note of an entry, or of one that was taken off, while nobody else does.
   *
   * @param change makes the new note of the one that is there, and may be asked several times
   * @return whether there is such an entry, or such a one that can be put back
   * @throws DeskException when the note is too long or cannot be stored
   */
  boolean note(String id, String fingerprint, UnaryOperator<String> change);

  /**
   * Moves an entry to another place.
   *
   * @param place from 1; beyond the end means last
   * @return whether there is such an entry
   * @throws DeskException when the change cannot be stored
   */
  boolean move(String id, String fingerprint, int place);

  /**
   * The lists of a user that have these articles, by fingerprint or id.
   *
   * @return an article that is on none is absent
   * @throws DeskException when they cannot be read
   */
  Map<ArticleRef, List<ReadingList>> having(String user, Collection<ArticleRef> articles);

  /**
   * The articles on any list that a user sees, each once.
   *
   * @throws DeskException when they cannot be read
   */
  List<ArticleRef> listed(String user);

  /**
   * Verifies every record.
   *
   * @return how many entries there are
   * @throws DeskException when one is damaged
   */
  long check();
}
