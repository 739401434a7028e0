package broadsheet.desk;

import java.nio.file.Path;

/**
 * Everything readers keep of one archive. It outlives rebuilds and the loss of the index. Each call
 * sees earlier changes by other processes, and each change is durable when its call returns. Cheap
 * to create: nothing is opened until it is needed. Thread-safe, and safe between processes.
 */
public interface Desk {

  /** Where it is kept, in words for a message. */
  String place();

  /** The saved searches. */
  SavedSearches searches();

  /** The lists of articles, with notes. */
  Lists lists();

  /** What users have read, where they keep that. */
  ReadMarks readMarks();

  /** The second copy of the saved searches' arrivals. */
  KeptArrivals arrivals();

  /**
   * Copies everything that is kept, as it is at one moment each, to the desk of another index. Both
   * may be used meanwhile.
   *
   * @param index the folder of the other index, which need not exist; its desk must not
   * @throws DeskException when it cannot be read or the copy cannot be written
   */
  default void backUp(Path index) {
    throw new DeskException(place() + " is backed up with the tools of its own engine.");
  }

  /**
   * Takes over what earlier releases kept elsewhere. Cheap where there is nothing. What cannot be
   * read or moved stays where it is, still counts, and is reported by the next operation on it.
   */
  void takeOver();
}
