package broadsheet.lucene.semantic;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A sorted iterator over the fingerprints of an index's articles, each with its documents. Two
 * iterators over two indexes can be joined in a single pass. Not thread-safe.
 */
final class ArticleKeys {

  private final TermsEnum terms;
  private final @Nullable Bits live;
  private @Nullable PostingsEnum postings;
  private int[] documents = new int[16];
  private int count;
  private boolean isAtEnd;

  private ArticleKeys(TermsEnum terms, @Nullable Bits live) {
    this.terms = terms;
    this.live = live;
  }

  /**
   * An iterator before the first fingerprint.
   *
   * @param live the documents that count; null for all
   */
  static ArticleKeys of(IndexReader reader, String field, @Nullable Bits live) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    return new ArticleKeys(terms == null ? TermsEnum.EMPTY : terms.iterator(), live);
  }

  /** Moves to the next fingerprint with a live document; false when there is none. */
  boolean next() throws IOException {
    while (!isAtEnd && terms.next() != null) {
      read();
      if (count > 0) {
        return true;
      }
    }
    isAtEnd = true;
    return false;
  }

  private void read() throws IOException {
    PostingsEnum found = terms.postings(postings, PostingsEnum.NONE);
    postings = found;
    count = 0;
    for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
      if (live == null || live.get(doc)) {
        documents = count == documents.length ? Arrays.copyOf(documents, 2 * count) : documents;
        documents[count++] = doc;
      }
    }
  }

  /** The fingerprint; valid until the next move. */
  BytesRef key() throws IOException {
    return terms.term();
  }

  /** The documents that have it, at least one. */
  int[] documents() {
    return Arrays.copyOf(documents, count);
  }

  /** Receives the documents that two indexes have of one article. */
  interface Pair {
    /**
     * Receives a pair.
     *
     * @param first the first index's documents; empty when it has none
     * @param second the second's
     */
    void take(BytesRef key, int[] first, int[] second) throws IOException;
  }

  /** Joins two iterators, in the order of the fingerprints. */
  static void join(ArticleKeys first, ArticleKeys second, Pair taker) throws IOException {
    first.next();
    second.next();
    while (!first.isAtEnd || !second.isAtEnd) {
      int order = compare(first, second);
      int[] ofFirst = order <= 0 ? first.documents() : new int[0];
      int[] ofSecond = order >= 0 ? second.documents() : new int[0];
      taker.take(order <= 0 ? first.key() : second.key(), ofFirst, ofSecond);
      if (order <= 0) {
        first.next();
      }
      if (order >= 0) {
        second.next();
      }
    }
  }

  private static int compare(ArticleKeys first, ArticleKeys second) throws IOException {
    if (first.isAtEnd || second.isAtEnd) {
      return first.isAtEnd ? 1 : -1;
    }
    return first.key().compareTo(second.key());
  }
}
