package broadsheet.lucene.shard;

import broadsheet.lucene.reader.ChosenDocuments;
import java.io.IOException;
import java.util.Iterator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A shard in the state that a client asks for: {@link HiddenDocuments} count as deleted. */
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
    FixedBitSet shown = ChosenDocuments.live(segment);
    shown.andNot(hidden);
    return new ChosenDocuments(segment, shown);
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
