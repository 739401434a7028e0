package broadsheet.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import broadsheet.engine.EngineException;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A BERT model in memory. Each call runs on the calling thread, so that several threads process
 * texts in parallel. Thread-safe.
 */
final class OnnxModel {

  /** The weights, in the folder of a model. */
  static final String FILE = "model.onnx";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieceTokenizer pieces;
  private final int longest;

  private OnnxModel(
      OrtEnvironment environment, OrtSession session, WordPieceTokenizer pieces, int longest) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
    this.longest = longest;
  }

  /**
   * Loads the model in a folder.
   *
   * @param longest the most word pieces of a text to read
   * @throws EngineException when it cannot be read or this machine cannot run it
   */
  static OnnxModel load(Path folder, int longest) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      WordPieceTokenizer pieces = new WordPieceTokenizer(PieceVocabulary.in(folder));
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "broadsheet");
      environment.setTelemetry(false);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session =
          environment.createSession(Files.readAllBytes(folder.resolve(FILE)), options);
      return new OnnxModel(environment, session, pieces, longest);
    } catch (IOException | OrtException | LinkageError e) {
      throw ModelDescription.unusable(folder, "it cannot be loaded (" + e.getMessage() + ")", e);
    }
  }

  /**
   * The vectors of a text's word pieces, each in its context; at least two.
   *
   * @throws EngineException when the model fails
   */
  float[][] pieces(String text) {
    long[] numbers = pieces.of(text, longest);
    long[] attention = new long[numbers.length];
    Arrays.fill(attention, 1);
    try (OnnxTensor input = row(numbers);
        OnnxTensor mask = row(attention);
        OnnxTensor types = row(new long[numbers.length]);
        OrtSession.Result result = session.run(inputs(input, mask, types))) {
      if (result.get(0).getValue() instanceof float[][][] texts) {
        return texts[0];
      }
      throw new EngineException(
          "The first output of the model is not a vector for each word piece.");
    } catch (OrtException e) {
      throw new EngineException("The model for search by meaning failed: " + e.getMessage(), e);
    }
  }

  private OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  /** Not every model takes all of them. */
  private Map<String, OnnxTensor> inputs(OnnxTensor input, OnnxTensor mask, OnnxTensor types) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    inputs.put("input_ids", input);
    inputs.put("attention_mask", mask);
    inputs.put("token_type_ids", types);
    inputs.keySet().retainAll(session.getInputNames());
    return inputs;
  }
}
