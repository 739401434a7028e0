package broadsheet.alert;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The saved searches of an index, in a file in its folder that no rebuild touches. Each call sees
 * what other processes did before it, and each change is on disk when its call returns.
 * Thread-safe, and safe between processes.
 */
public final class SavedSearches {

  /** The file they are in. */
  public static final String FILE = "alerts.json";

  /** So many may be saved: each costs every update a little. */
  public static final int MOST = 1_000;

  private static final String LOCK = "alerts.lock";

  /** Without those that are taken for another: l for 1, o for 0. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";

  private static final String DIGITS = "23456789";
  private static final int LENGTH_OF_ID = 8;

  private final AlertFile file;
  private final Path lock;
  private final SecureRandom random = new SecureRandom();

  private SavedSearches(Path folder) {
    file = new AlertFile(folder.resolve(FILE));
    lock = folder.resolve(LOCK);
  }

  /** Those of the index in that folder. */
  public static SavedSearches of(Path index) {
    return new SavedSearches(index);
  }

  /**
   * All of them, in the order they were saved.
   *
   * @throws AlertException when the file cannot be read
   */
  public List<SavedSearch> all() {
    return file.read();
  }

  /**
   * The one of that id; empty when there is none.
   *
   * @throws AlertException when the file cannot be read
   */
  public Optional<SavedSearch> find(String id) {
    return all().stream().filter(search -> search.id().equals(id)).findFirst();
  }

  /**
   * Saves a search; one that is saved already stays as it is.
   *
   * @param search its parameters, as {@link SavedSearch#search}
   * @param reading how its query is understood
   * @return what is saved
   * @throws AlertException when it cannot be kept, or there are {@value #MOST}; all is as before
   */
  public SavedSearch add(String search, String reading) {
    try (AlertLock _ = AlertLock.on(lock)) {
      List<SavedSearch> known = all();
      Optional<SavedSearch> same =
          known.stream().filter(each -> each.search().equals(search)).findFirst();
      return same.orElseGet(() -> added(known, search, reading));
    }
  }

  private SavedSearch added(List<SavedSearch> known, String search, String reading) {
    if (known.size() >= MOST) {
      throw new AlertException(
          "There are %s alerts, which is the most there may be: remove one first.".formatted(MOST));
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    SavedSearch saved = new SavedSearch(newId(known), search, reading, now);
    List<SavedSearch> more = new ArrayList<>(known);
    more.add(saved);
    file.write(more);
    return saved;
  }

  /** Ids are never used again: what came in for a search may still be there when it is gone. */
  private String newId(List<SavedSearch> known) {
    StringBuilder id = new StringBuilder();
    while (id.length() < LENGTH_OF_ID) {
      String from = id.isEmpty() ? LETTERS : LETTERS + DIGITS;
      id.append(from.charAt(random.nextInt(from.length())));
    }
    boolean isTaken = known.stream().anyMatch(each -> each.id().contentEquals(id));
    return isTaken ? newId(known) : id.toString();
  }

  /**
   * Removes a saved search.
   *
   * @return what was removed; empty when there is none of that id
   * @throws AlertException when that cannot be kept; all is as before
   */
  public Optional<SavedSearch> remove(String id) {
    try (AlertLock _ = AlertLock.on(lock)) {
      List<SavedSearch> known = all();
      Optional<SavedSearch> removed =
          known.stream().filter(each -> each.id().equals(id)).findFirst();
      if (removed.isPresent()) {
        file.write(known.stream().filter(each -> !each.id().equals(id)).toList());
      }
      return removed;
    }
  }

  /**
   * Keeps them as they are until what is returned is closed, so that no article slips through
   * between a search's saving and the commit that makes the article found.
   *
   * @throws AlertException when the file cannot be read, or others do not let it go
   */
  public Held hold() {
    AlertLock held = AlertLock.on(lock);
    try {
      return new Held(all(), held);
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /** The saved searches, which do not change meanwhile. */
  public static final class Held implements AutoCloseable {
    private final List<SavedSearch> searches;
    private final AlertLock lock;

    private Held(List<SavedSearch> searches, AlertLock lock) {
      this.searches = searches;
      this.lock = lock;
    }

    public List<SavedSearch> searches() {
      return searches;
    }

    @Override
    public void close() {
      lock.close();
    }
  }
}
