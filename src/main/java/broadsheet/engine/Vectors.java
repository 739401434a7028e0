package broadsheet.engine;

import java.time.Duration;

/**
 * The vectors of an archive's passages, by which it is searched by meaning. Derived from the
 * articles of the index and kept beside them: they may be deleted and made again.
 */
public interface Vectors {

  /** Whether there are any, of whatever model. Cheap. */
  boolean exist();

  /**
   * Brings them up to date with the articles; makes them where there are none. Those of another
   * model are made anew. What is done is kept, so that the next run goes on where a killed one
   * ended.
   *
   * @throws EngineException when there is no index, the model does not run, another process is
   *     making vectors, or they cannot be written
   */
  Report update(TextEmbedder model, Progress progress);

  /**
   * Verifies them.
   *
   * @return how many passages there are; 0 when there are no vectors
   * @throws EngineException when they are damaged
   */
  long check();

  /**
   * What was done.
   *
   * @param articles how many texts vectors were made of
   * @param passages how many vectors that were
   * @param unchanged how many texts had theirs already
   * @param removed how many texts were gone
   */
  record Report(long articles, long passages, long unchanged, long removed, Duration took) {}

  /** Receives progress. */
  interface Progress {
    /** So many of so many texts have their vectors. */
    void reached(long done, long all);
  }
}
