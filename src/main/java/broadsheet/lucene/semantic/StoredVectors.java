package broadsheet.lucene.semantic;

import java.util.Map;
import java.util.Optional;

/** The vectors that an archive has. Thread-safe. */
public interface StoredVectors {

  /**
   * The descriptions of the models that they are from, see {@link SemanticFormat#description}, by
   * the names of the models in their order; empty where a model has no vectors yet.
   *
   * @throws broadsheet.engine.EngineException when they cannot be read
   */
  Map<String, Optional<String>> models();
}
