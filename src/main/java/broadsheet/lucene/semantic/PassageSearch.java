package broadsheet.lucene.semantic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds the passages nearest to a query in an index of passages, or in one shard of it.
 *
 * @param fields those of the passages' model
 * @param query see {@link PassageVector}
 * @param most the most passages to find
 * @param least the least likeness of a passage
 */
public record PassageSearch(PassageFields fields, BytesRef query, int most, float least) {

  /** A search in an index of one model. */
  public static PassageSearch alone(BytesRef query, int most, float least) {
    return new PassageSearch(PassageFields.ALONE, query, most, least);
  }

  /**
   * The nearest passages, nearest first.
   *
   * @param filter selects the passages that may be found; null for any
   * @param timeout ends the search; what was found by then is returned
   */
  public List<NearPassage> in(IndexReader passages, @Nullable Query filter, QueryTimeout timeout)
      throws IOException {
    IndexSearcher searcher = new IndexSearcher(passages);
    searcher.setTimeout(timeout);
    int depth = Math.clamp(passages.maxDoc(), 1, most);
    byte[] vector = BytesRef.deepCopyOf(query).bytes;
    KnnByteVectorQuery nearest = new KnnByteVectorQuery(fields.vector(), vector, depth, filter);
    List<NearPassage> near = new ArrayList<>();
    for (ScoreDoc found : searcher.search(nearest, depth).scoreDocs) {
      float likeness = 2 * found.score - 1;
      if (likeness < least) {
        break;
      }
      near.add(passage(found.doc, likeness, passages));
    }
    near.sort(NearPassage.ORDER);
    return near;
  }

  /**
   * The same in an index of several models.
   *
   * @param draws the articles whose passages may be found, see {@link
   *     broadsheet.lucene.schema.Fingerprint#draw}; empty for any
   */
  public List<NearPassage> among(
      Optional<List<Long>> draws, IndexReader passages, QueryTimeout timeout) throws IOException {
    return draws.isPresent()
        ? in(passages, new StoredPassages(fields, passages).of(draws.get()), timeout)
        : in(passages, null, timeout);
  }

  private static NearPassage passage(int document, float likeness, IndexReader passages)
      throws IOException {
    List<LeafReaderContext> leaves = passages.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    LeafReader reader = leaf.reader();
    int local = document - leaf.docBase;
    BinaryDocValues keys = DocValues.getBinary(reader, SemanticFormat.KEY);
    BytesRef article =
        keys.advanceExact(local) ? BytesRef.deepCopyOf(keys.binaryValue()) : new BytesRef();
    return new NearPassage(
        article,
        likeness,
        number(local, SemanticFormat.START, reader),
        number(local, SemanticFormat.END, reader));
  }

  private static int number(int document, String field, LeafReader reader) throws IOException {
    NumericDocValues numbers = DocValues.getNumeric(reader, field);
    return numbers.advanceExact(document) ? (int) numbers.longValue() : 0;
  }
}
