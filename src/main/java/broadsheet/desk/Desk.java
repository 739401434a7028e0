package broadsheet.desk;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything readers keep of one archive. It outlives rebuilds and the loss of the index. Each call
 * sees earlier changes by other processes, and each change is durable when its call returns. Cheap
 * to create: nothing is opened until it is needed. Thread-safe, and safe between processes.
 */
public interface Desk {

  /** Where it is kept, in words for a message. */
  String place();

  /** The same desk, changed by someone. Without this, it is the operator who changes it. */
  Desk by(Actor actor);

  /**
   * Writes to the audit log what the actor is about to change elsewhere.
   *
   * @param what the change, as in {@code judged}
   * @param about its names and values
   * @throws DeskException when it cannot be written
   */
  void log(String what, Map<String, ?> about);

  /** The saved searches. */
  SavedSearches searches();

  /** The lists of articles, with notes. */
  Lists lists();

  /** What users have read, where they keep that. */
  ReadMarks readMarks();

  /** Those who keep anything. */
  Users users();

  /** The second copy of the saved searches' arrivals. */
  KeptArrivals arrivals();

  /** The folder it is kept in, which need not exist; empty where it is kept on other machines. */
  default Optional<Path> folder() {
    return Optional.empty();
  }

  /**
   * Keeps others from changing anything, so that it can be copied as it is at one moment. Waits for
   * changes under way, such as the commit of an update.
   *
   * @throws DeskException when others do not finish in time, something is damaged, or its engine
   *     has tools of its own for backups
   */
  default HeldDesk hold() {
    throw new DeskException(place() + " is backed up with the tools of its own engine.");
  }

  /**
   * Takes over what earlier releases kept elsewhere. Cheap where there is nothing. What cannot be
   * read or moved stays where it is, still counts, and is reported by the next operation on it.
   */
  void takeOver();
}
