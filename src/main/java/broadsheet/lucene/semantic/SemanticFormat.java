package broadsheet.lucene.semantic;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The format of an index of passages and of its commit data. Each model has its own, because
 * vectors of different models cannot be compared. A passage is a document: the fingerprint of its
 * article, its place in the article's body, its vector. An article without text is one document
 * without a vector.
 */
public final class SemanticFormat {

  /** The folder of all passages, inside that of the main index. */
  private static final String FOLDER = "semantic";

  /** The fingerprint of a passage's article, by which it is found in the main index. */
  public static final String ARTICLE = "passage.article";

  /** The same fingerprint, read for the nearest passages. */
  static final String KEY = "article.key";

  /** The number of passages of the same article. */
  static final String COUNT = "passages";

  static final String START = "passage.start";
  static final String END = "passage.end";

  /** The beginning of the names of fields with vectors. */
  static final String VECTOR = "vector";

  private static final String MODEL = "broadsheet.model";

  private SemanticFormat() {}

  static Path folder(Path index) {
    return index.resolve(FOLDER);
  }

  /** The folder of the passages that a model embedded. */
  static Path folder(Path index, String model) {
    return folder(index).resolve(model);
  }

  /** The models that have passages, by name. */
  static SortedSet<String> models(Path index) {
    try (Stream<Path> inside = Files.list(folder(index))) {
      return inside
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (NoSuchFileException e) {
      return new TreeSet<>();
    } catch (IOException e) {
      throw new EngineException(
          "The folder %s cannot be read (%s).".formatted(folder(index), e), e);
    }
  }

  /** The description of a commit. */
  static Map<String, String> commitData(EmbeddingModel embedder) {
    return Map.of(MODEL, description(embedder));
  }

  /** Everything that the passages and vectors of a model depend on. */
  public static String description(EmbeddingModel embedder) {
    return "%s; passages %s of %s, vectors of bytes"
        .formatted(embedder.identity(), TextPassage.CUTTING, embedder.passageLength());
  }

  /** Whether the vectors of a commit are from the same model as the embedder's. */
  static boolean isOf(EmbeddingModel embedder, Map<String, String> commitData) {
    return description(embedder).equals(modelOf(commitData));
  }

  /** The description of a commit's vectors. */
  static String modelOf(Map<String, String> commitData) {
    return commitData.getOrDefault(MODEL, "unknown");
  }
}
