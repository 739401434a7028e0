package broadsheet.lucene.snapshot;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Adds up a number over all documents that are not deleted. Stateless. */
public final class LiveSums {
  private LiveSums() {}

  /** The sum of a numeric field of doc values. */
  public static long of(String field, IndexReader reader) throws IOException {
    long sum = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = values.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        sum += live == null || live.get(doc) ? values.longValue() : 0;
      }
    }
    return sum;
  }
}
