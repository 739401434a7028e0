package broadsheet.engine;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Turns texts into vectors of length 1: the more alike the meanings of two texts, the closer their
 * vectors. A program may provide one as a service of this type; it costs nothing before it is first
 * asked for a vector. Thread-safe.
 */
public interface TextEmbedder {

  /** Identifies the model and everything else the vectors depend on. */
  String model();

  /** The scale of the vectors' dot products. */
  Likeness likeness();

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

  /** The embedder this program provides; empty when there is none. Looked up at each call. */
  static Optional<TextEmbedder> installed() {
    try {
      return ServiceLoader.load(TextEmbedder.class, TextEmbedder.class.getClassLoader())
          .findFirst();
    } catch (ServiceConfigurationError e) {
      return Optional.empty(); // registered as a service, but its classes are missing
    }
  }
}
