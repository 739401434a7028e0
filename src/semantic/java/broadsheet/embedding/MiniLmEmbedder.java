package broadsheet.embedding;

import broadsheet.engine.EngineException;
import broadsheet.engine.Likeness;
import broadsheet.engine.TextEmbedder;
import org.jspecify.annotations.Nullable;

/**
 * Embeds text with all-MiniLM-L6-v2, an English model of 22 million parameters, with weights of one
 * byte. Loaded from the class path on the first request for a vector. The vector of a text is the
 * mean of the vectors of its word pieces. Thread-safe. Source: Reimers and Gurevych,
 * "Sentence-BERT", EMNLP 2019.
 */
public final class MiniLmEmbedder implements TextEmbedder {

  private static final String NAME = "all-minilm-l6-v2-q";
  private static final int DIMENSIONS = 384;

  /** In word pieces; the rest of a passage is ignored. */
  private static final int LONGEST = 256;

  /** Measured on news: see docs/semantic.md. */
  private static final Likeness LIKENESS = new Likeness(0.25f, 0.5f);

  private @Nullable OnnxModel model;

  @Override
  public String model() {
    return NAME;
  }

  @Override
  public Likeness likeness() {
    return LIKENESS;
  }

  @Override
  public float[] ofPassage(String text) {
    return vector(text);
  }

  @Override
  public float[] ofQuery(String text) {
    return vector(text);
  }

  private float[] vector(String text) {
    float[] sum = new float[DIMENSIONS];
    for (float[] piece : loaded().pieces(text)) {
      for (int i = 0; i < DIMENSIONS; i++) {
        sum[i] += piece[i];
      }
    }
    return ofLengthOne(sum);
  }

  private static float[] ofLengthOne(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0)) {
      throw new EngineException("The model gave a vector without a direction.");
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  private synchronized OnnxModel loaded() {
    OnnxModel loaded = model == null ? OnnxModel.load(NAME, LONGEST) : model;
    model = loaded;
    return loaded;
  }
}
