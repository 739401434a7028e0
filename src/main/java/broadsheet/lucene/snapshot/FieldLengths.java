package broadsheet.lucene.snapshot;

import broadsheet.lucene.reader.ReaderCache;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.SmallFloat;
import org.apache.lucene.util.packed.GrowableWriter;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * The number and the total length in words of the texts of a field. Deleted documents do not count.
 *
 * <p>Lucene computes the mean length of a text from the number of terms in the index. Most words
 * here are two or three terms, while the norm of each text counts words. Compared with that mean,
 * all texts would be short and none would be penalized for its length. What holds for a whole
 * segment, which never changes, is counted once. Thread-safe.
 */
final class FieldLengths {

  private static final ReaderCache<Map<String, Long>> WORDS = new ReaderCache<>();
  private static final ReaderCache<Map<String, PackedInts.Reader>> LENGTHS = new ReaderCache<>();

  private FieldLengths() {}

  /** The statistics of a field, with numbers of words for those of terms; null without a text. */
  static @Nullable CollectionStatistics of(String field, List<LeafReaderContext> segments)
      throws IOException {
    long texts = 0;
    long words = 0;
    for (LeafReaderContext leaf : segments) {
      LeafReader segment = leaf.reader();
      Terms terms = segment.numDocs() == 0 ? null : segment.terms(field);
      if (terms == null) {
        continue;
      }
      texts += terms.getDocCount();
      words += known(WORDS, segment, field, whole -> words(whole, field));
      if (segment.hasDeletions()) {
        DocIdSetIterator deleted = LiveCounts.deleted(segment);
        Lengths lengths = lengths(segment, field);
        for (int d = deleted.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = deleted.nextDoc()) {
          long length = lengths.of(d);
          texts -= length > 0 ? 1 : 0;
          words -= length;
        }
      }
    }
    return texts == 0 ? null : new CollectionStatistics(field, texts, texts, words, texts);
  }

  private static <V> V known(
      ReaderCache<Map<String, V>> cache,
      LeafReader segment,
      String field,
      IOFunction<LeafReader, V> reading)
      throws IOException {
    Map<String, V> known = cache.ofSegment(segment, _ -> new ConcurrentHashMap<>());
    V value = known.get(field);
    if (value == null) {
      value = reading.apply(segment);
      known.put(field, value);
    }
    return value;
  }

  private static long words(LeafReader segment, String field) throws IOException {
    NumericDocValues norms = segment.getNormValues(field);
    if (norms == null) {
      Terms terms = segment.terms(field);
      return terms == null ? 0 : terms.getSumTotalTermFreq();
    }
    long sum = 0;
    while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      sum += length(norms);
    }
    return sum;
  }

  private static int length(NumericDocValues norms) throws IOException {
    return SmallFloat.byte4ToInt((byte) norms.longValue());
  }

  /** The lengths of texts by documents, which are read in increasing order. */
  private interface Lengths {

    /** The length of a document's text; 0 if it has none. */
    long of(int document) throws IOException;
  }

  private static Lengths lengths(LeafReader segment, String field) throws IOException {
    NumericDocValues norms = segment.getNormValues(field);
    if (norms == null) {
      return known(LENGTHS, segment, field, whole -> counted(whole, field))::get;
    }
    return document -> norms.advanceExact(document) ? length(norms) : 0;
  }

  /** The lengths of the texts of a field without norms, from its postings. */
  private static PackedInts.Reader counted(LeafReader segment, String field) throws IOException {
    GrowableWriter lengths = new GrowableWriter(1, segment.maxDoc(), PackedInts.COMPACT);
    Terms terms = segment.terms(field);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    while (each.next() != null) {
      PostingsEnum texts = each.postings(null, PostingsEnum.FREQS);
      for (int d = texts.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = texts.nextDoc()) {
        lengths.set(d, lengths.get(d) + texts.freq());
      }
    }
    return lengths.getMutable();
  }
}
