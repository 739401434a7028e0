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
 * Each call sees what other processes did before it, and each change is on disk when its call
 * returns. Thread-safe, and safe between processes.
 */
public final class SavedSearches {

  /** The file they are in. */
  public static final String FILE = "alerts.json";

  /** So many may be saved: each costs every update a little. */
  public static final int MOST = 1_000;

  /** Without those that are taken for another: l for 1, o for 0. */
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

  /** Those of the index in that folder. */
  public static SavedSearches of(Path index) {
    return new SavedSearches(Desk.of(index));
  }

  /** The file they are in. */
  public Path file() {
    return desk.file(FILE);
  }

  /**
   * That an earlier release left a list in the index folder that does not count, in a sentence that
   * says what to do; empty where it did not.
   */
  public Optional<String> leftover() {
    return list.leftover();
  }

  /**
   * Takes a list over that an earlier release left in the index folder. One that cannot be read or
   * moved is left there, where it still counts.
   */
  public void move() {
    if (list.isFormer()) {
      try (AlertLock _ = list.lock()) {
        // which moves it
      } catch (AlertException e) {
        // whoever needs the list next is told what is wrong with it
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
   * Those that are not as this program wrote them, because somebody edited the file or because it
   * is damaged in a way that leaves it readable.
   *
   * @throws AlertException when the file cannot be read
   */
  public List<SavedSearch> edited() {
    return list.isFormer()
        ? List.of() // which was written without checksums
        : searches(list.read().stream().filter(AlertFile.Entry::isEdited).toList());
  }

  /**
   * Takes those that were edited for what is meant.
   *
   * @return how many there were
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
          "There are %s alerts, which is the most there may be: remove one first.".formatted(MOST));
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    SavedSearch saved = new SavedSearch(newId(searches(known)), search, reading, now);
    List<AlertFile.Entry> more = new ArrayList<>(known);
    more.add(AlertFile.Entry.of(saved));
    list.write(more);
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
   * Keeps them as they are until what is returned is closed, so that no article slips through
   * between a search's saving and the commit that makes the article found. There are none where
   * none can be kept.
   *
   * @throws AlertException when the file cannot be read, or others do not let it go
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

  /** The saved searches, which do not change meanwhile. */
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
