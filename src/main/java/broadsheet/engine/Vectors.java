package broadsheet.engine;

import java.time.Duration;

/**
 * The vectors of an archive's passages, for search by meaning. They are derived from the articles
 * of the index and kept beside it: they may be deleted and created again.
 */
public interface Vectors {

  /** Whether there are any vectors, of any model. Cheap. */
  boolean exist();

  /**
   * Brings them up to date with the articles, creating them where there are none and rebuilding
   * them where the model has changed. Finished work is kept, so that the next run continues where a
   * killed one stopped.
   *
   * @throws EngineException when there is no index, the model does not run, another process is
   *     making vectors, or they cannot be written
   */
  Report update(TextEmbedder model, Progress progress);

  /**
   * Verifies them.
   *
   * @return the number of passages; 0 when there are no vectors
   * @throws EngineException when they are damaged
   */
  long check();

  /**
   * The result of an update.
   *
   * @param articles the number of texts embedded
   * @param passages the number of vectors of these texts
   * @param unchanged the number of texts that already had vectors
   * @param removed the number of texts that were gone
   */
  record Report(long articles, long passages, long unchanged, long removed, Duration took) {}

  /** Receives progress. */
  interface Progress {
    /** Some of the texts have their vectors. */
    void reached(long done, long all);
  }
}
