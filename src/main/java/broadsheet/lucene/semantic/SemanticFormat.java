package broadsheet.lucene.semantic;

import broadsheet.engine.TextEmbedder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
 * The format of the index of passages and of its commit data. A passage is a document: the
 * fingerprint of its article, its place in the article's body, its vector. An article without text
 * is one document without a vector.
 */
final class SemanticFormat {

  /** The folder of the passages, inside that of the main index. */
  static final String FOLDER = "semantic";

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
  static Map<String, String> commitData(TextEmbedder embedder) {
    return Map.of(MODEL, model(embedder));
  }

  private static String model(TextEmbedder embedder) {
    return embedder.model() + "; passages " + TextPassage.CUTTING;
  }

  /** Whether the vectors of a commit are from the same model as the embedder's. */
  static boolean isOf(TextEmbedder embedder, Map<String, String> commitData) {
    return model(embedder).equals(commitData.get(MODEL));
  }

  /** The model of a commit's vectors, for a message. */
  static String modelOf(Map<String, String> commitData) {
    return commitData.getOrDefault(MODEL, "unknown");
  }
}
