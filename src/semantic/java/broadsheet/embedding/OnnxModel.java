package broadsheet.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import broadsheet.engine.EngineException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A BERT model in memory. Each call runs on the calling thread, so that several threads process
 * texts in parallel. Thread-safe.
 */
final class OnnxModel {

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
   * Loads a model and its word pieces from the class path.
   *
   * @param longest the most word pieces of a text to read
   * @throws EngineException when it is missing or this machine cannot run it
   */
  static OnnxModel load(String name, int longest) {
    try (InputStream tokenizer = resource(name + "-tokenizer.json");
        InputStream weights = resource(name + ".onnx");
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "broadsheet");
      environment.setTelemetry(false);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session = environment.createSession(weights.readAllBytes(), options);
      return new OnnxModel(environment, session, WordPieceTokenizer.of(tokenizer), longest);
    } catch (IOException | OrtException | LinkageError e) {
      throw new EngineException(
          "The model for search by meaning cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static InputStream resource(String name) throws FileNotFoundException {
    InputStream found = OnnxModel.class.getResourceAsStream("/" + name);
    if (found == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    return found;
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
        OrtSession.Result result = session.run(named(input, mask, types))) {
      return ((float[][][]) result.get(0).getValue())[0];
    } catch (OrtException e) {
      throw new EngineException("The model for search by meaning failed: " + e.getMessage(), e);
    }
  }

  private OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static Map<String, OnnxTensor> named(
      OnnxTensor input, OnnxTensor mask, OnnxTensor types) {
    Map<String, OnnxTensor> named = new HashMap<>();
    named.put("input_ids", input);
    named.put("attention_mask", mask);
    named.put("token_type_ids", types);
    return named;
  }
}
