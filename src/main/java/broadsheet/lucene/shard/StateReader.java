package broadsheet.lucene.shard;

import broadsheet.lucene.reader.ChosenDocuments;
import java.io.IOException;
import java.util.Iterator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A shard in the state that a client asks for: {@link HiddenDocuments} count as deleted. Segments
 * that only hold such documents, as a new one does until its update is shown, have no terms, and so
 * no part in term statistics.
 */
final class StateReader extends FilterDirectoryReader {

  private StateReader(DirectoryReader reader, SubReaderWrapper segments) throws IOException {
    super(reader, segments);
  }

  /**
   * Hides documents of a reader.
   *
   * @param hidden found in the same segments, perhaps with other wrappers around them
   */
  static DirectoryReader of(DirectoryReader reader, HiddenDocuments hidden) throws IOException {
    Iterator<LeafReaderContext> next = reader.leaves().iterator();
    return new StateReader(
        reader,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader segment) {
            return hidden.in(next.next().ord).map(its -> shown(segment, its)).orElse(segment);
          }
        });
  }

  private static LeafReader shown(LeafReader segment, FixedBitSet hidden) {
    FixedBitSet shown = new FixedBitSet(segment.maxDoc());
    Bits live = segment.getLiveDocs();
    if (live == null) {
      shown.set(0, segment.maxDoc());
    } else {
      shown = FixedBitSet.copyOf(live);
    }
    shown.andNot(hidden);
    return new ChosenDocuments(shown.cardinality() == 0 ? new Wordless(segment) : segment, shown);
  }

  /** A segment without terms and norms. */
  private static final class Wordless extends FilterLeafReader {

    Wordless(LeafReader in) {
      super(in);
    }

    @Override
    public @Nullable Terms terms(String field) {
      return null;
    }

    @Override
    public @Nullable NumericDocValues getNormValues(String field) {
      return null;
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return null; // nothing that is known of the segment holds without its terms
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) {
    throw new UnsupportedOperationException("it is not reopened");
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }
}
