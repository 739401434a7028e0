package broadsheet.lucene.semantic;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/**
 * A passage as it is kept. An article without text has one without a vector.
 *
 * @param fields those of the model that embedded it
 * @param article the fingerprint of its article
 * @param number its number among the passages of the article, from 0
 * @param count the number of these passages
 * @param start its offset in the article's body, in UTF-16 units
 * @param end its end, exclusive
 * @param vector see {@link PassageVector}
 */
public record VectorPassage(
    PassageFields fields,
    BytesRef article,
    int number,
    int count,
    int start,
    int end,
    Optional<BytesRef> vector) {

  /**
   * The passages of an article.
   *
   * @param texts what they say
   * @param vectors one for each
   */
  public static List<VectorPassage> of(
      PassageFields fields, BytesRef article, List<TextPassage> texts, List<float[]> vectors) {
    int count = texts.size();
    return count == 0
        ? List.of(new VectorPassage(fields, article, 0, 1, 0, 0, Optional.empty()))
        : IntStream.range(0, count)
            .mapToObj(
                i ->
                    new VectorPassage(
                        fields,
                        article,
                        i,
                        count,
                        texts.get(i).start(),
                        texts.get(i).end(),
                        Optional.of(PassageVector.of(vectors.get(i)))))
            .toList();
  }

  /** The Lucene document. */
  public Document document() {
    Document document = new Document();
    document.add(new StringField(SemanticFormat.ARTICLE, fields.term(article), Field.Store.NO));
    document.add(new BinaryDocValuesField(SemanticFormat.KEY, article));
    document.add(new NumericDocValuesField(SemanticFormat.COUNT, count));
    document.add(new NumericDocValuesField(SemanticFormat.START, start));
    document.add(new NumericDocValuesField(SemanticFormat.END, end));
    vector.ifPresent(
        bytes ->
            document.add(
                new KnnByteVectorField(
                    fields.vector(), bytes.bytes, VectorSimilarityFunction.COSINE)));
    return document;
  }
}
