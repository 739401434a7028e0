package broadsheet.alert;

import broadsheet.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * Locates the list of saved searches: on the desk, or, until it is first used, in the index folder,
 * where earlier releases kept it. Thread-safe, and safe between processes.
 */
final class SavedSearchList {

  private static final String LOCK = "alerts.lock";

  private final Desk desk;
  private final AlertFile file;
  private final AlertFile former;

  SavedSearchList(Desk desk) {
    this.desk = desk;
    file = new AlertFile(desk.file(SavedSearches.FILE));
    former = new AlertFile(desk.formerly(SavedSearches.FILE));
  }

  /** Whether there is a list, whatever its content. */
  boolean isThere() {
    return file.isThere() || former.isThere();
  }

  /** Whether it is still in the index folder. */
  boolean isFormer() {
    return former.isThere() && !file.isThere();
  }

  /**
   * Keeps the list from changing until closed. Moves a list in the index folder to the desk first.
   *
   * @throws AlertException when others hold the lock, or the list cannot be moved to the desk
   */
  AlertLock lock() {
    desk.make();
    AlertLock lock = AlertLock.on(desk.file(LOCK));
    try {
      move();
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Whether there is no list and none can be created, because the folder may not be written. */
  boolean isImpossible() {
    if (isThere() || desk.isThere()) {
      return false;
    }
    try {
      desk.make();
      return false;
    } catch (AlertException e) {
      return true;
    }
  }

  /**
   * The current list, wherever it is; changes nothing.
   *
   * @throws AlertException when it cannot be read
   */
  List<AlertFile.Entry> read() {
    List<AlertFile.Entry> there = file.isThere() ? List.of() : former.read();
    return there.isEmpty() ? file.read() : there;
  }

  /** Replaces the list. The caller holds the lock. */
  void write(List<AlertFile.Entry> entries) {
    file.write(entries);
  }

  /**
   * Moves the list from the index folder to the desk. It is written there before it is deleted
   * here, so that a process killed in between loses nothing.
   */
  private void move() {
    if (!former.isThere()) {
      return;
    }
    if (!file.isThere()) {
      file.write(searches(former).stream().map(AlertFile.Entry::of).toList());
      delete();
    } else if (isSame()) {
      delete();
    }
  }

  /** Whether both files are the same, as when a process was killed between writing and deleting. */
  private boolean isSame() {
    try {
      return searches(file).equals(searches(former));
    } catch (AlertException e) {
      return false;
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(former.path());
      Files.deleteIfExists(desk.formerly(LOCK));
    } catch (IOException e) {
      throw new AlertException(
          "%s is now kept as %s and cannot be deleted (%s): delete it."
              .formatted(former.path(), file.path(), WholeFile.reason(e)),
          e);
    }
  }

  private static List<SavedSearch> searches(AlertFile file) {
    return file.read().stream().map(AlertFile.Entry::search).toList();
  }

  /** A sentence that warns of a second list in the index folder; empty where there is none. */
  Optional<String> leftover() {
    return file.isThere() && former.isThere()
        ? Optional.of(
            "The saved searches are those in %s. %s is ignored: copy what you need from it, then delete it."
                .formatted(file.path(), former.path()))
        : Optional.empty();
  }
}
