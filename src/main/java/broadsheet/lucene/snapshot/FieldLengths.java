package broadsheet.lucene.snapshot;

import broadsheet.lucene.reader.ReaderCache;
import broadsheet.lucene.reader.RestrictedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;

/**
 * The total length in words of the texts of a field, from the norms.
 *
 * <p>Lucene computes the mean length of a text from the number of terms in the index. Most words
 * here are two or three terms, while the norm of each text counts words. Compared with that mean,
 * all texts would be short and none would be penalized for its length. Counted once for each
 * segment, which never changes. Thread-safe.
 */
final class FieldLengths {

  private static final ReaderCache<Map<String, Long>> BY_SEGMENT = new ReaderCache<>();

  private FieldLengths() {}

  /** Lucene's statistics of a field, with the number of words in place of that of terms. */
  static CollectionStatistics corrected(
      CollectionStatistics statistics, List<LeafReaderContext> segments) throws IOException {
    long words = 0;
    for (LeafReaderContext segment : segments) {
      words += words(segment.reader(), statistics.field());
    }
    if (words < statistics.docCount()) {
      return statistics; // it has no norms
    }
    return new CollectionStatistics(
        statistics.field(),
        statistics.maxDoc(),
        statistics.docCount(),
        words,
        Math.min(words, statistics.sumDocFreq()));
  }

  private static long words(LeafReader segment, String field) throws IOException {
    Map<String, Long> known = BY_SEGMENT.ofSegment(segment, _ -> new ConcurrentHashMap<>());
    Long words = known.get(field);
    if (words == null) {
      words = counted(RestrictedReader.unrestricted(segment), field);
      known.put(field, words);
    }
    return words;
  }

  private static long counted(LeafReader segment, String field) throws IOException {
    NumericDocValues lengths = segment.getNormValues(field);
    long sum = 0;
    if (lengths != null) {
      while (lengths.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        sum += SmallFloat.byte4ToInt((byte) lengths.longValue());
      }
    }
    return sum;
  }
}
