package broadsheet.engine;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Turns texts into vectors of length 1 that lie the closer together the more alike their texts'
 * meanings are. A program may have one, as a service of this type; it costs nothing before it is
 * first asked for a vector. Thread-safe.
 */
public interface TextEmbedder {

  /** Names the model and everything else that vectors depend on. */
  String model();

  /** How many numbers a vector has. */
  int dimensions();

  /** What the vectors' dot products say. */
  Likeness likeness();

  /**
   * The vector of a passage of an article. Of a longer text than the model reads, only the
   * beginning counts.
   *
   * @throws EngineException when the model cannot be loaded or run
   */
  float[] ofPassage(String text);

  /**
   * The vector of what a reader looks for.
   *
   * @throws EngineException when the model cannot be loaded or run
   */
  float[] ofQuery(String text);

  /** The one this program has; empty when it has none. Looked for anew each time. */
  static Optional<TextEmbedder> installed() {
    try {
      return ServiceLoader.load(TextEmbedder.class, TextEmbedder.class.getClassLoader())
          .findFirst();
    } catch (ServiceConfigurationError e) {
      return Optional.empty(); // named, but not there: half of it is missing
    }
  }
}
