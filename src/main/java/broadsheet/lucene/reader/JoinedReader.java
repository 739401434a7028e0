package broadsheet.lucene.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * The segments of several indexes as one reader, so that everything that is counted over an index
 * is counted over all of them: lengths, frequencies, facets. What is cached for a segment is shared
 * with its own index. Holds the readers of the indexes open until it is closed; it is never
 * reopened. Thread-safe.
 */
public final class JoinedReader extends DirectoryReader {

  private final List<DirectoryReader> indexes;

  /** A reader of nothing, whose key no other reader has: Lucene makes keys only itself. */
  private final DirectoryReader identity;

  private JoinedReader(List<DirectoryReader> indexes, DirectoryReader identity) throws IOException {
    super(
        indexes.getFirst().directory(),
        indexes.stream()
            .flatMap(index -> index.leaves().stream())
            .map(LeafReaderContext::reader)
            .toArray(LeafReader[]::new),
        null);
    this.indexes = List.copyOf(indexes);
    this.identity = identity;
  }

  /**
   * Joins the readers of different indexes.
   *
   * @param indexes at least one, each open; held open until the joined reader is closed
   */
  public static DirectoryReader of(List<DirectoryReader> indexes) throws IOException {
    indexes.forEach(IndexReader::incRef);
    return new JoinedReader(indexes, ofNothing());
  }

  private static DirectoryReader ofNothing() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    new IndexWriter(directory, new IndexWriterConfig()).close();
    return DirectoryReader.open(directory);
  }

  /** The commits that a reader is of: one of each index. */
  public static List<IndexCommit> commits(DirectoryReader reader) throws IOException {
    return FilterDirectoryReader.unwrap(reader) instanceof JoinedReader joined
        ? joined.indexes.stream().flatMap(JoinedReader::ofIndex).toList()
        : List.of(reader.getIndexCommit());
  }

  private static Stream<IndexCommit> ofIndex(DirectoryReader index) {
    try {
      return commits(index).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void doClose() throws IOException {
    for (DirectoryReader index : indexes) {
      index.decRef();
    }
    identity.close();
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    return identity.getReaderCacheHelper();
  }

  @Override
  public long getVersion() {
    return indexes.stream().mapToLong(DirectoryReader::getVersion).sum();
  }

  @Override
  public boolean isCurrent() {
    throw isNeverReopened();
  }

  /**
   * @throws UnsupportedOperationException always; see {@link #commits}
   */
  @Override
  public IndexCommit getIndexCommit() {
    throw isNeverReopened();
  }

  @Override
  protected DirectoryReader doOpenIfChanged() {
    throw isNeverReopened();
  }

  @Override
  protected DirectoryReader doOpenIfChanged(ExecutorService executor) {
    throw isNeverReopened();
  }

  @Override
  protected DirectoryReader doOpenIfChanged(IndexCommit commit) {
    throw isNeverReopened();
  }

  @Override
  protected DirectoryReader doOpenIfChanged(IndexCommit commit, ExecutorService executor) {
    throw isNeverReopened();
  }

  @Override
  protected DirectoryReader doOpenIfChanged(IndexWriter writer, boolean appliesDeletions) {
    throw isNeverReopened();
  }

  @Override
  protected DirectoryReader doOpenIfChanged(
      IndexWriter writer, boolean appliesDeletions, ExecutorService executor) {
    throw isNeverReopened();
  }

  private static UnsupportedOperationException isNeverReopened() {
    return new UnsupportedOperationException("it is of several commits and never reopened");
  }
}
