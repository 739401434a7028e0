package broadsheet.lucene.rank;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The doc values of one segment that the second stage of ranking reads. Documents must be requested
 * in ascending order, by their numbers in the whole index. Not thread-safe.
 */
final class RankingDocValues {

  private final int base;
  private final int end;
  private final NumericDocValues families;
  private final BinaryDocValues words;

  private RankingDocValues(LeafReaderContext segment) throws IOException {
    base = segment.docBase;
    end = base + segment.reader().maxDoc();
    families = DocValues.getNumeric(segment.reader(), IndexSchema.FAMILY);
    words = DocValues.getBinary(segment.reader(), IndexSchema.FORWARD);
  }

  /** The columns of the segment that has a document. */
  static RankingDocValues of(IndexReader reader, int document) throws IOException {
    List<LeafReaderContext> segments = reader.leaves();
    return new RankingDocValues(segments.get(ReaderUtil.subIndex(document, segments)));
  }

  /** Whether a document, not before one that was asked for, is in this segment. */
  boolean has(int document) {
    return document < end;
  }

  /** The number of an article's family; empty when it has no reprints. */
  OptionalLong family(int document) throws IOException {
    return families.advanceExact(document - base)
        ? OptionalLong.of(families.longValue())
        : OptionalLong.empty();
  }

  /** The stored words of an article; no bytes if it has none. */
  BytesRef words(int document) throws IOException {
    return words.advanceExact(document - base)
        ? BytesRef.deepCopyOf(words.binaryValue())
        : new BytesRef();
  }
}
