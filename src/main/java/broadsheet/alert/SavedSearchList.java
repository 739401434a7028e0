package broadsheet.alert;

import broadsheet.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * Where the list of saved searches lies: on the desk, or, until it is first used, in the folder of
 * an index that an earlier release made. Thread-safe, and safe between processes.
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

  /** Whether there is a list, of whatever content. */
  boolean isThere() {
    return file.isThere() || former.isThere();
  }

  /** Whether it lies in the index folder still. */
  boolean isFormer() {
    return former.isThere() && !file.isThere();
  }

  /**
   * Keeps the list from changing until closed. What is in the index folder is on the desk then.
   *
   * @throws AlertException when others do not let it go, or it cannot be moved to the desk
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

  /** Whether the list can neither be there nor be made: in a folder that may not be written. */
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
   * The list as it is now, wherever it lies; changes nothing.
   *
   * @throws AlertException when it cannot be read
   */
  List<AlertFile.Entry> read() {
    List<AlertFile.Entry> there = file.isThere() ? List.of() : former.read();
    return there.isEmpty() ? file.read() : there;
  }

  /** Makes this the list. The lock is held. */
  void write(List<AlertFile.Entry> entries) {
    file.write(entries);
  }

  /**
   * Takes the list over from the index folder. It is on the desk before it is taken out there, so
   * that nothing is lost by a process killed in between.
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

  /** Whether a process was killed between writing the one and deleting the other. */
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

  /** That there is a list in the index folder as well, in a sentence; empty where not. */
  Optional<String> leftover() {
    return file.isThere() && former.isThere()
        ? Optional.of(
            "The saved searches are those in %s; %s does not count: delete it once you have taken from it what you need."
                .formatted(file.path(), former.path()))
        : Optional.empty();
  }
}
