package broadsheet.lucene.part;

import broadsheet.engine.request.VersionScope;
import java.io.IOException;

/**
 * Reads of an archive, each of one state of it and within a time limit. Heavy ones wait for one
 * another; others never wait. Thread-safe.
 */
public interface PartReads {

  /** Work on one state of an archive. */
  interface Work<T> {
    T of(IndexParts parts) throws IOException;
  }

  /**
   * Does work in its turn.
   *
   * @param isHeavy whether it waits for other heavy work
   * @param versions the versions of articles that are read
   * @param fraction of the time that it may take; 2 for half of it
   * @throws broadsheet.engine.EngineBusyException when it is heavy and its turn did not come
   */
  <T> T read(boolean isHeavy, VersionScope versions, int fraction, Work<T> work);

  /** Does work that is not heavy, on the latest versions of articles, in all of the time. */
  default <T> T read(Work<T> work) {
    return read(false, VersionScope.LATEST, 1, work);
  }
}
