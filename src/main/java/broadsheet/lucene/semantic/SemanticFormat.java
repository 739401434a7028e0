package broadsheet.lucene.semantic;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EngineException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/**
 * The format of an index of passages and of its commit data. Each model has its own, because
 * vectors of different models cannot be compared. A passage is a document: the fingerprint of its
 * article, its place in the article's body, its vector. An article without text is one document
 * without a vector.
 */
final class SemanticFormat {

  /** The folder of all passages, inside that of the main index. */
  private static final String FOLDER = "semantic";

  /** The fingerprint of a passage's article, by which it is found in the main index. */
  static final String ARTICLE = "article";

  static final String START = "start";
  static final String END = "end";
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

  /** Deletes what a former format left: it kept all passages in one index, in the folder itself. */
  static void deleteFormer(Path index) throws IOException {
    try (DirectoryStream<Path> inside =
        Files.newDirectoryStream(folder(index), Files::isRegularFile)) {
      for (Path file : inside) {
        Files.delete(file);
      }
    }
  }

  /** HNSW graphs over vectors quantized to one byte per dimension. */
  static Codec codec() {
    KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat();
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
      }
    };
  }

  /**
   * The documents of an article.
   *
   * @param vectors one for each passage
   */
  static List<Document> documents(
      BytesRef article, List<TextPassage> passages, List<float[]> vectors) {
    if (passages.isEmpty()) {
      return List.of(document(article));
    }
    return IntStream.range(0, passages.size())
        .mapToObj(i -> document(article, passages.get(i), vectors.get(i)))
        .toList();
  }

  private static Document document(BytesRef article) {
    Document document = new Document();
    document.add(new StringField(ARTICLE, article, Field.Store.NO));
    return document;
  }

  private static Document document(BytesRef article, TextPassage passage, float[] vector) {
    Document document = document(article);
    document.add(new NumericDocValuesField(START, passage.start()));
    document.add(new NumericDocValuesField(END, passage.end()));
    document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  /** The description of a commit. */
  static Map<String, String> commitData(EmbeddingModel embedder) {
    return Map.of(MODEL, model(embedder));
  }

  private static String model(EmbeddingModel embedder) {
    return "%s; passages %s of %s"
        .formatted(embedder.identity(), TextPassage.CUTTING, embedder.passageLength());
  }

  /** Whether the vectors of a commit are from the same model as the embedder's. */
  static boolean isOf(EmbeddingModel embedder, Map<String, String> commitData) {
    return model(embedder).equals(commitData.get(MODEL));
  }

  /** The model of a commit's vectors, for a message. */
  static String modelOf(Map<String, String> commitData) {
    return commitData.getOrDefault(MODEL, "unknown");
  }
}
