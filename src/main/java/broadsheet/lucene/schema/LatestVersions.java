package broadsheet.lucene.schema;

import broadsheet.lucene.reader.ChosenDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A reader that hides superseded articles: those with {@link IndexSchema#SUPERSEDED} count as
 * deleted. Documents keep their numbers, for which Lucene's {@code
 * SoftDeletesDirectoryReaderWrapper} does not care: it leaves out segments without live documents.
 */
public final class LatestVersions extends FilterDirectoryReader {

  private final @Nullable CacheHelper helper;

  private LatestVersions(DirectoryReader whole) throws IOException {
    super(
        whole,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader segment) {
            return latest(segment);
          }
        });
    CacheHelper own = whole.getReaderCacheHelper();
    helper = own == null ? null : new DelegatingCacheHelper(own) {};
  }

  /** The reader without the articles that have a later version. Closing it closes the reader. */
  public static DirectoryReader of(DirectoryReader reader) throws IOException {
    return new LatestVersions(reader);
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
    return new LatestVersions(other);
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return helper;
  }

  private static LeafReader latest(LeafReader whole) {
    try {
      NumericDocValues superseded = whole.getNumericDocValues(IndexSchema.SUPERSEDED);
      if (superseded == null || superseded.nextDoc() == DocIdSetIterator.NO_MORE_DOCS) {
        return whole;
      }
      FixedBitSet shown = ChosenDocuments.live(whole);
      for (int doc = superseded.docID(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
        shown.clear(doc);
        doc = superseded.nextDoc();
      }
      return new ChosenDocuments(whole, shown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
