package broadsheet.alert;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The saved searches of an index, in a file on the {@link Desk} beside it that no rebuild touches.
 * Each call sees earlier changes by other processes, and each change is on disk when its call
 * returns. Thread-safe, and safe between processes.
 */
public final class SavedSearches {

  /** The name of the file. */
  public static final String FILE = "alerts.json";

  /** The most searches that may be saved: each costs every update a little. */
  public static final int MOST = 1_000;

  /** Without letters that are easily misread: l as 1, o as 0. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";

  private static final String DIGITS = "23456789";
  private static final int LENGTH_OF_ID = 8;

  private final Desk desk;
  private final SavedSearchList list;
  private final SecureRandom random = new SecureRandom();

  private SavedSearches(Desk desk) {
    this.desk = desk;
    list = new SavedSearchList(desk);
  }

  /** The saved searches of the index in that folder. */
  public static SavedSearches of(Path index) {
    return new SavedSearches(Desk.of(index));
  }

  /** The file they are kept in. */
  public Path file() {
    return desk.file(FILE);
  }

  /**
   * A sentence that warns of an ignored list that an earlier release left in the index folder, and
   * says what to do; empty where there is none.
   */
  public Optional<String> leftover() {
    return list.leftover();
  }

  /**
   * Moves a list that an earlier release left in the index folder to the desk. One that cannot be
   * read or moved stays there and still counts.
   */
  public void move() {
    if (list.isFormer()) {
      try (AlertLock _ = list.lock()) {
        // acquiring the lock moves the list
      } catch (AlertException e) {
        // the next operation on the list reports what is wrong with it
      }
    }
  }

  /**
   * All of them, in the order they were saved.
   *
   * @throws AlertException when the file cannot be read
   */
  public List<SavedSearch> all() {
    return searches(list.read());
  }

  private static List<SavedSearch> searches(List<AlertFile.Entry> entries) {
    return entries.stream().map(AlertFile.Entry::search).toList();
  }

  /**
   * The searches that something other than this program changed: somebody edited the file, or
   * damage left it readable.
   *
   * @throws AlertException when the file cannot be read
   */
  public List<SavedSearch> edited() {
    return list.isFormer()
        ? List.of() // the old file has no checksums
        : searches(list.read().stream().filter(AlertFile.Entry::isEdited).toList());
  }

  /**
   * Accepts the edited searches as they are.
   *
   * @return how many were edited
   * @throws AlertException when the file cannot be read or written
   */
  public int accept() {
    List<SavedSearch> edited = edited();
    if (!edited.isEmpty()) {
      try (AlertLock _ = list.lock()) {
        list.write(all().stream().map(AlertFile.Entry::of).toList());
      }
    }
    return edited.size();
  }

  /**
   * The search with that id; empty when there is none.
   *
   * @throws AlertException when the file cannot be read
   */
  public Optional<SavedSearch> find(String id) {
    return all().stream().filter(search -> search.id().equals(id)).findFirst();
  }

  /**
   * Saves a search; one that is already saved stays as it is.
   *
   * @param search its parameters, as {@link SavedSearch#search}
   * @param reading how its query is understood
   * @return the saved search
   * @throws AlertException when it cannot be saved, or there are already {@value #MOST}; nothing
   *     changes
   */
  public SavedSearch add(String search, String reading) {
    try (AlertLock _ = list.lock()) {
      List<AlertFile.Entry> known = list.read();
      Optional<SavedSearch> same =
          searches(known).stream().filter(each -> each.search().equals(search)).findFirst();
      return same.orElseGet(() -> added(known, search, reading));
    }
  }

  private SavedSearch added(List<AlertFile.Entry> known, String search, String reading) {
    if (known.size() >= MOST) {
      throw new AlertException(
          "There are already %s alerts, the most allowed. Remove one first.".formatted(MOST));
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    SavedSearch saved = new SavedSearch(newId(searches(known)), search, reading, now);
    List<AlertFile.Entry> more = new ArrayList<>(known);
    more.add(AlertFile.Entry.of(saved));
    list.write(more);
    return saved;
  }

  /** Ids are never reused: the index may still hold arrivals of a removed search. */
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
   * @return the removed search; empty when there is none with that id
   * @throws AlertException when the change cannot be written; nothing changes
   */
  public Optional<SavedSearch> remove(String id) {
    if (!list.isThere()) {
      return Optional.empty();
    }
    try (AlertLock _ = list.lock()) {
      List<AlertFile.Entry> known = list.read();
      Optional<SavedSearch> removed =
          searches(known).stream().filter(each -> each.id().equals(id)).findFirst();
      if (removed.isPresent()) {
        list.write(known.stream().filter(each -> !each.search().id().equals(id)).toList());
      }
      return removed;
    }
  }

  /**
   * Keeps the list from changing until the result is closed, so that no article is missed between
   * the saving of a search and the commit that makes the article searchable. Holds an empty list
   * where none can be stored.
   *
   * @throws AlertException when the file cannot be read, or others hold the lock
   */
  public Held hold() {
    if (list.isImpossible()) {
      return new Held(List.of(), () -> {});
    }
    AlertLock held = list.lock();
    try {
      return new Held(all(), held::close);
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /** The saved searches, fixed until closed. */
  public static final class Held implements AutoCloseable {
    private final List<SavedSearch> searches;
    private final Runnable release;

    private Held(List<SavedSearch> searches, Runnable release) {
      this.searches = searches;
      this.release = release;
    }

    public List<SavedSearch> searches() {
      return searches;
    }

    @Override
    public void close() {
      release.run();
    }
  }
}
