package broadsheet.embedding;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EngineException;
import broadsheet.engine.Likeness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An embedding model in a folder, in the ONNX format. Its description is read when it is made, its
 * weights on the first request for a vector. Thread-safe. Source: Reimers and Gurevych,
 * "Sentence-BERT", EMNLP 2019.
 */
final class OnnxEmbedder implements EmbeddingModel {

  private static final Pattern NAMES = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  private final Path folder;
  private final String name;
  private final ModelDescription description;
  private @Nullable OnnxModel model;
  private @Nullable String identity;

  private OnnxEmbedder(Path folder, String name, ModelDescription description) {
    this.folder = folder;
    this.name = name;
    this.description = description;
  }

  /**
   * The model in a folder.
   *
   * @throws EngineException when a file is missing or its description is wrong
   */
  static OnnxEmbedder in(Path folder) {
    String name = folder.getFileName().toString();
    if (!NAMES.matcher(name).matches()) {
      throw ModelDescription.unusable(
          folder, "the name of its folder is not of small letters, digits, '.', '_' and '-'");
    }
    ModelDescription description = ModelDescription.in(folder);
    PieceVocabulary.file(folder);
    if (!Files.isReadable(folder.resolve(OnnxModel.FILE))) {
      throw ModelDescription.unusable(folder, OnnxModel.FILE + " is missing");
    }
    return new OnnxEmbedder(folder, name, description);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized String identity() {
    String known = identity == null ? name + " " + checksum() : identity;
    identity = known;
    return known;
  }

  private String checksum() {
    CRC32C checksum = new CRC32C();
    try {
      checksum.update(Files.readAllBytes(folder.resolve(OnnxModel.FILE)));
      checksum.update(Files.readAllBytes(PieceVocabulary.file(folder)));
    } catch (IOException e) {
      throw ModelDescription.unusable(folder, "it cannot be read (" + e.getMessage() + ")", e);
    }
    checksum.update(description.use().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  @Override
  public Set<String> languages() {
    return description.languages();
  }

  @Override
  public Likeness likeness() {
    return description.scale();
  }

  @Override
  public int passageLength() {
    return description.passageLength();
  }

  @Override
  public float[] ofPassage(String text) {
    return vector(description.passagePrefix() + text);
  }

  @Override
  public float[] ofQuery(String text) {
    return vector(description.queryPrefix() + text);
  }

  private float[] vector(String text) {
    return ofLengthOne(description.pooling().of(loaded().pieces(text)));
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
    OnnxModel loaded = model == null ? OnnxModel.load(folder, description.longest()) : model;
    model = loaded;
    return loaded;
  }
}
