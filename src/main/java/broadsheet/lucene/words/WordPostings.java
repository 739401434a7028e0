package broadsheet.lucene.words;

import broadsheet.lucene.analysis.FoldedForms;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Counts words in two sets of articles from the postings of the index. Not thread-safe. */
final class WordPostings {

  /** The words between two looks at the clock. */
  private static final int BETWEEN_LOOKS = 64;

  /** The first term that is no stem and no marker. */
  private static final BytesRef FIRST_PRINTED = new BytesRef(new byte[] {5});

  private final IndexReader reader;
  private final FixedBitSet set;
  private final FixedBitSet other;
  private final FoldedForms folded = new FoldedForms();

  /**
   * @param set the articles of the set
   * @param other those that they are compared with; none of the set
   */
  WordPostings(IndexReader reader, FixedBitSet set, FixedBitSet other) {
    this.reader = reader;
    this.set = set;
    this.other = other;
  }

  /** The words of a field in a segment. */
  private static final class Cursor implements Comparable<Cursor> {
    private final LeafReaderContext leaf;
    private final TermsEnum terms;
    private @Nullable PostingsEnum postings;
    private BytesRef word = new BytesRef();

    Cursor(LeafReaderContext leaf, TermsEnum terms) {
      this.leaf = leaf;
      this.terms = terms;
    }

    boolean toFirst() throws IOException {
      boolean isAny = terms.seekCeil(FIRST_PRINTED) != TermsEnum.SeekStatus.END;
      word = isAny ? terms.term() : word;
      return isAny;
    }

    boolean toNext() throws IOException {
      BytesRef next = terms.next();
      word = next == null ? word : next;
      return next != null;
    }

    @Override
    public int compareTo(Cursor that) {
      return word.compareTo(that.word);
    }
  }

  private List<Cursor> cursors() throws IOException {
    List<Cursor> cursors = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      for (QueryField field : IndexSchema.DEFAULT_FIELDS.keySet()) {
        Terms terms = leaf.reader().terms(field.label());
        if (terms != null) {
          cursors.add(new Cursor(leaf, terms.iterator()));
        }
      }
    }
    return cursors;
  }

  /** Receives a word. */
  interface Visitor {
    /**
     * Receives a word.
     *
     * @param word changes with the next
     * @param in the number of times it is printed in the set
     * @param other the number of times it is printed in the other articles
     */
    void visit(BytesRef word, long in, long other) throws IOException;
  }

  /**
   * Visits all words that the set or the other articles have, in the order of their bytes.
   *
   * @return false when the time was up before the last
   */
  boolean visit(Deadline deadline, Visitor visitor) throws IOException {
    PriorityQueue<Cursor> next = new PriorityQueue<>();
    for (Cursor cursor : cursors()) {
      if (cursor.toFirst()) {
        next.add(cursor);
      }
    }
    for (int words = 0; !next.isEmpty(); words++) {
      if (words % BETWEEN_LOOKS == 0 && deadline.isPast()) {
        return false;
      }
      BytesRef word = BytesRef.deepCopyOf(next.element().word);
      boolean isWord = folded.has(word);
      long[] counts = new long[2];
      while (!next.isEmpty() && next.element().word.equals(word)) {
        Cursor cursor = next.remove();
        if (isWord) {
          count(cursor, counts);
        }
        if (cursor.toNext()) {
          next.add(cursor);
        }
      }
      if (counts[0] + counts[1] > 0) {
        visitor.visit(word, counts[0], counts[1]);
      }
    }
    return true;
  }

  /**
   * Visits some words in their order, those without occurrences too.
   *
   * @return false when the time was up before the last
   */
  boolean visit(Iterable<BytesRef> words, Deadline deadline, Visitor visitor) throws IOException {
    List<Cursor> cursors = cursors();
    for (BytesRef word : words) {
      if (deadline.isPast()) {
        return false;
      }
      long[] counts = new long[2];
      for (Cursor cursor : cursors) {
        if (cursor.terms.seekExact(word)) {
          count(cursor, counts);
        }
      }
      visitor.visit(word, counts[0], counts[1]);
    }
    return true;
  }

  private void count(Cursor cursor, long[] counts) throws IOException {
    PostingsEnum postings = cursor.terms.postings(cursor.postings, PostingsEnum.FREQS);
    cursor.postings = postings;
    int base = cursor.leaf.docBase;
    for (int document = postings.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = postings.nextDoc()) {
      if (other.get(base + document)) {
        counts[1] += postings.freq();
      } else if (set.get(base + document)) {
        counts[0] += postings.freq();
      }
    }
  }
}
