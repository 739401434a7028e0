package broadsheet.lucene.rank;

import broadsheet.lucene.schema.ForwardText;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.util.BytesRef;

/** Reads the forward index and lengths of single articles for ranking. Not thread-safe. */
public final class ForwardReader {

  private final ReaderSnapshot snapshot;
  private final double meanLength;
  private final double meanTitle;

  public ForwardReader(ReaderSnapshot snapshot) throws IOException {
    this.snapshot = snapshot;
    meanLength = mean(IndexSchema.ALL_WORDS);
    meanTitle = mean(QueryField.TITLE.label());
  }

  private double mean(String field) throws IOException {
    CollectionStatistics all = snapshot.collectionStatistics(field);
    return all == null ? 1 : (double) all.sumTotalTermFreq() / all.docCount();
  }

  /**
   * An article in the form that ranking reads. A saturation is BM25's k1 adjusted for length: the
   * frequency at which a word counts half.
   *
   * @param saturation the saturation of the whole article
   * @param titleSaturation the saturation of its headline
   */
  public record Read(ForwardText text, double saturation, double titleSaturation) {}

  /** Reads the articles that have words, by document number. */
  public Map<Integer, Read> of(int... numbers) throws IOException {
    int[] documents = numbers.clone();
    Arrays.sort(documents);
    Map<Integer, Read> read = new HashMap<>();
    List<LeafReaderContext> leaves = snapshot.getLeafContexts();
    for (int from = 0; from < documents.length; ) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[from], leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < documents.length && documents[to] < end) {
        to++;
      }
      read(leaf, Arrays.copyOfRange(documents, from, to), read);
      from = to;
    }
    return read;
  }

  private void read(LeafReaderContext leaf, int[] documents, Map<Integer, Read> into)
      throws IOException {
    BinaryDocValues texts = DocValues.getBinary(leaf.reader(), IndexSchema.FORWARD);
    for (int document : documents) {
      if (texts.advanceExact(document - leaf.docBase)) {
        into.put(document, read(texts.binaryValue()));
      }
    }
  }

  /** Reads the words of an article from {@link #packed}, by this archive's lengths. */
  public Read read(BytesRef packed) throws CorruptIndexException {
    ForwardText text = text(packed);
    double length = text.weight() / meanLength;
    double title = text.titleEnd() / meanTitle;
    return new Read(text, saturation(length), saturation(title));
  }

  /** The stored words of an article; empty if it has none. */
  public static Optional<BytesRef> packed(int document, IndexReader reader) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues texts = DocValues.getBinary(leaf.reader(), IndexSchema.FORWARD);
    return texts.advanceExact(document - leaf.docBase)
        ? Optional.of(BytesRef.deepCopyOf(texts.binaryValue()))
        : Optional.empty();
  }

  /**
   * Reports any failure to parse as damage.
   *
   * @throws CorruptIndexException when the value cannot be read
   */
  private static ForwardText text(BytesRef packed) throws CorruptIndexException {
    try {
      return new ForwardText(packed);
    } catch (RuntimeException e) {
      throw new CorruptIndexException("the words of an article", IndexSchema.FORWARD, e);
    }
  }

  private static double saturation(double length) {
    return IndexSchema.K1 * (1 - IndexSchema.B + IndexSchema.B * length);
  }
}
