package broadsheet.opensearch.desk;

import broadsheet.desk.DeskException;
import java.util.List;
import java.util.function.Function;

/** Reads and changes the {@link Directory} of a desk. Immutable. */
record DirectoryChanges(DeskIndex index, RosterSearch rosters) {

  DirectoryChanges(DeskIndex index) {
    this(index, new RosterSearch(index));
  }

  Directory read() {
    return index.read(Directory.ID).map(Directory::of).orElseGet(Directory::new);
  }

  /**
   * Changes the directory.
   *
   * @param change may be made several times
   */
  <T> T change(Function<Directory, T> change) {
    return index.change(
        Directory.ID,
        document -> {
          Directory directory = Directory.of(document);
          T result = change.apply(directory);
          directory.writeTo(document);
          return result;
        });
  }

  /** Removes the lists that a user alone sees, and gives the others to another. */
  void leave(String user, String heir) {
    if (read().ownedBy(user).isEmpty()) {
      return;
    }
    change(
        directory -> {
          directory.ownedBy(user).stream()
              .filter(list -> !list.isShared())
              .forEach(list -> directory.remove(list.id()));
          directory.giveAll(user, heir);
          return user;
        });
    deleteRemoved();
  }

  /** Gives all lists of a user to another. */
  void giveAll(String user, String other) {
    if (!read().ownedBy(user).isEmpty()) {
      change(
          directory -> {
            directory.giveAll(user, other);
            return user;
          });
    }
  }

  /**
   * Deletes what is left of removed lists, also of those whose removal was interrupted. What cannot
   * be deleted now is deleted with the next one.
   */
  void deleteRemoved() {
    try {
      List<String> removed = read().removed();
      index.deleteAll(removed.stream().map(Roster::id).toList()); // nothing is put on it any more
      rosters.deleteNotes(removed);
      change(
          directory -> {
            directory.forget(removed);
            return removed;
          });
    } catch (DeskException e) {
      // the lists are gone, whatever is left of them
    }
  }
}
