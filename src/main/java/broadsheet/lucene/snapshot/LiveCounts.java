package broadsheet.lucene.snapshot;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LiveDocs;
import org.apache.lucene.util.LongValues;

/**
 * Counts articles from the statistics of each segment, and subtracts the deleted ones, which are
 * usually few. Stateless.
 */
final class LiveCounts {
  private LiveCounts() {}

  /** Counts the articles with a numeric field. */
  static long countWith(String field, List<LeafReaderContext> segments) throws IOException {
    long count = 0;
    for (LeafReaderContext segment : segments) {
      PointValues points = segment.reader().getPointValues(field);
      if (points != null) {
        SortedNumericDocValues values = DocValues.getSortedNumeric(segment.reader(), field);
        count += points.getDocCount();
        DocIdSetIterator deleted = deleted(segment.reader());
        for (int d = deleted.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = deleted.nextDoc()) {
          count -= values.advanceExact(d) ? 1 : 0;
        }
      }
    }
    return count;
  }

  /** Counts the articles with a term. */
  static int countWith(Term term, List<LeafReaderContext> segments) throws IOException {
    int count = 0;
    for (LeafReaderContext segment : segments) {
      count += countWith(term, segment.reader());
    }
    return count;
  }

  private static int countWith(Term term, LeafReader segment) throws IOException {
    int count = segment.numDocs() == 0 ? 0 : segment.docFreq(term);
    PostingsEnum having =
        count == 0 || !segment.hasDeletions() ? null : segment.postings(term, PostingsEnum.NONE);
    if (having != null) {
      DocIdSetIterator both =
          ConjunctionUtils.intersectIterators(List.of(deleted(segment), having));
      while (both.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        count--;
      }
    }
    return count;
  }

  /**
   * Counts the articles of a segment with each value of a keyword field, and adds them. The terms
   * of the field are its values in the same order.
   *
   * @param numbers the place in the counts of each value of the segment, in their order
   */
  static void addCounts(LeafReader segment, String field, LongValues numbers, int[] counts)
      throws IOException {
    Terms terms = segment.terms(field);
    if (terms == null) {
      return;
    }
    TermsEnum all = terms.iterator();
    for (int value = 0; all.next() != null; value++) {
      counts[(int) numbers.get(value)] += all.docFreq();
    }
    SortedSetDocValues values = DocValues.getSortedSet(segment, field);
    DocIdSetIterator deleted = deleted(segment);
    for (int d = deleted.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = deleted.nextDoc()) {
      for (int i = values.advanceExact(d) ? values.docValueCount() : 0; i > 0; i--) {
        counts[(int) numbers.get(values.nextOrd())]--;
      }
    }
  }

  /** The deleted documents of a segment. */
  static DocIdSetIterator deleted(LeafReader segment) {
    Bits live = segment.getLiveDocs();
    if (live == null) {
      return DocIdSetIterator.empty();
    }
    if (live instanceof LiveDocs known) {
      return known.deletedDocsIterator();
    }
    FixedBitSet deleted = FixedBitSet.copyOf(live);
    deleted.flip(0, deleted.length());
    return new BitSetIterator(deleted, segment.numDeletedDocs());
  }
}
