package broadsheet.embedding;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EmbeddingModelSource;
import broadsheet.engine.EngineException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models in {@code models/}, each in a folder named after it: {@code model.onnx}, its word
 * pieces, and {@code model.json}. That folder lies beside the folder of this module's jar, or is
 * named by the system property {@code broadsheet.models}.
 */
public final class ModelFolders implements EmbeddingModelSource {

  private static final String PROPERTY = "broadsheet.models";

  @Override
  public List<EmbeddingModel> models() {
    return in(folder());
  }

  /** The models in a folder; none if it does not exist. */
  static List<EmbeddingModel> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(Files::isDirectory)
          .sorted()
          .<EmbeddingModel>map(OnnxEmbedder::in)
          .toList();
    } catch (IOException e) {
      throw new EngineException("The folder %s cannot be read (%s).".formatted(folder, e), e);
    }
  }

  private static Path folder() {
    String given = System.getProperty(PROPERTY);
    return given == null ? besideTheModule() : Path.of(given);
  }

  /** The module is a jar in a folder of its own or, in tests, a folder of classes. */
  private static Path besideTheModule() {
    try {
      Path module =
          Path.of(ModelFolders.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = Files.isDirectory(module) ? module : module.resolveSibling("");
      return folder.toAbsolutePath().normalize().resolveSibling("models");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
