package broadsheet.engine;

import java.time.Duration;
import java.util.Set;

/**
 * The embeddings of an archive's passages, for search by meaning. They are derived from the
 * articles of the index and kept beside it: they may be deleted and created again.
 */
public interface Vectors {

  /** Whether there are any vectors, of any model. Cheap. */
  boolean exist();

  /** The names of the models they are from. Cheap. */
  Set<String> models();

  /**
   * Brings them up to date with the articles, creating them where there are none and rebuilding
   * them where a model has changed. Those of other models stay as they are. Finished work is kept,
   * so that the next run continues where a killed one stopped.
   *
   * @throws EngineException when there is no index, a model does not run, another process is making
   *     vectors, or they cannot be written
   */
  Report update(EmbeddingModels models, ArticleProgress progress);

  /**
   * Removes those of articles that are gone, so that no file has anything of them. Needs no model.
   *
   * @throws EngineException when another process is making vectors, or they cannot be written
   */
  default void prune() {
    throw new EngineException("Vectors at this location are pruned by an update only.");
  }

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
  record Report(long articles, long passages, long unchanged, long removed, Duration took) {

    /** Nothing was done. */
    public static final Report NONE = new Report(0, 0, 0, 0, Duration.ZERO);

    /** Both together. */
    public Report and(Report other) {
      return new Report(
          articles + other.articles,
          passages + other.passages,
          unchanged + other.unchanged,
          removed + other.removed,
          took.plus(other.took));
    }
  }
}
