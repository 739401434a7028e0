package broadsheet.lucene.words;

import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** The number of words of some articles together, see {@link IndexSchema#TOKENS}. Stateless. */
public final class WordTotals {
  private WordTotals() {}

  /** The words of all hits. */
  public static long words(HitSet hits) throws IOException {
    long words = 0;
    for (SegmentHits segment : hits.segments()) {
      NumericDocValues lengths = lengths(segment.leaf());
      SegmentHits.Cursor cursor = segment.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        words += lengths.advanceExact(hit) ? lengths.longValue() : 0;
      }
    }
    return words;
  }

  /** The words of articles by document number. */
  static long words(FixedBitSet documents, IndexReader reader) throws IOException {
    long[] words = {0};
    visit(documents, reader, (_, length) -> words[0] += length);
    return words[0];
  }

  /** Receives an article. */
  interface Visitor {
    void visit(int document, long words) throws IOException;
  }

  /** Visits the articles in the order of their numbers. */
  static void visit(FixedBitSet documents, IndexReader reader, Visitor visitor) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues lengths = lengths(leaf);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (int document = next(documents, leaf.docBase);
          document < end;
          document = next(documents, document + 1)) {
        boolean isKnown = lengths.advanceExact(document - leaf.docBase);
        visitor.visit(document, isKnown ? lengths.longValue() : 0);
      }
    }
  }

  private static int next(FixedBitSet documents, int from) {
    return from < documents.length() ? documents.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
  }

  private static NumericDocValues lengths(LeafReaderContext leaf) throws IOException {
    return DocValues.getNumeric(leaf.reader(), IndexSchema.TOKENS);
  }
}
