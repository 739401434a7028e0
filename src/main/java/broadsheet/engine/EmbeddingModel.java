package broadsheet.engine;

import java.util.Set;

/**
 * An embedding model: turns texts of some languages into vectors of length 1; the more alike the
 * meanings of two texts, the closer their vectors. It costs nothing before it is first asked for a
 * vector. Thread-safe.
 */
public interface EmbeddingModel {

  /** Stands for all languages in {@link #languages}, unknown ones included. */
  String ANY_LANGUAGE = "*";

  /** The shortest passage length that makes sense, in UTF-16 units. */
  int SHORTEST_PASSAGE = 80;

  /** The name of the model, fit to be the name of a file. */
  String name();

  /** Identifies everything that the vectors depend on: the weights and how they are used. */
  String identity();

  /** The tags of the languages whose articles it embeds, or {@link #ANY_LANGUAGE}. */
  Set<String> languages();

  /** The scale of the vectors' dot products. */
  Likeness likeness();

  /** The longest passage to embed, in UTF-16 units; at least {@link #SHORTEST_PASSAGE}. */
  int passageLength();

  /**
   * The vector of a passage of an article. Text beyond the model's limit is ignored.
   *
   * @throws EngineException when the model cannot be loaded or run
   */
  float[] ofPassage(String text);

  /**
   * The vector of a query.
   *
   * @throws EngineException when the model cannot be loaded or run
   */
  float[] ofQuery(String text);
}
