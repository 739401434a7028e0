package broadsheet.lucene.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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

  private final SequencedMap<String, DirectoryReader> indexes;

  /** A reader of nothing, whose key no other reader has: Lucene makes keys only itself. */
  private final DirectoryReader identity;

  private JoinedReader(SequencedMap<String, DirectoryReader> indexes, DirectoryReader identity)
      throws IOException {
    super(
        indexes.firstEntry().getValue().directory(),
        indexes.values().stream()
            .flatMap(index -> index.leaves().stream())
            .map(LeafReaderContext::reader)
            .toArray(LeafReader[]::new),
        null);
    this.indexes = indexes;
    this.identity = identity;
  }

  /**
   * Joins the readers of different indexes.
   *
   * @param indexes at least one, by the names of their collections; each is open, and held open
   *     until the joined reader is closed
   */
  public static DirectoryReader of(SequencedMap<String, DirectoryReader> indexes)
      throws IOException {
    indexes.values().forEach(IndexReader::incRef);
    return new JoinedReader(
        Collections.unmodifiableSequencedMap(new LinkedHashMap<>(indexes)), ofNothing());
  }

  private static DirectoryReader ofNothing() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    new IndexWriter(directory, new IndexWriterConfig()).close();
    return DirectoryReader.open(directory);
  }

  /** The commits that a reader is of: one of each index. */
  public static List<IndexCommit> commits(DirectoryReader reader) throws IOException {
    return FilterDirectoryReader.unwrap(reader) instanceof JoinedReader joined
        ? joined.indexes.values().stream().flatMap(JoinedReader::ofIndex).toList()
        : List.of(reader.getIndexCommit());
  }

  /** The readers that a reader joins, by the names of their collections; none if it joins none. */
  public static Map<String, DirectoryReader> joinedBy(IndexReader reader) {
    return reader instanceof DirectoryReader whole
            && FilterDirectoryReader.unwrap(whole) instanceof JoinedReader joined
        ? joined.indexes
        : Map.of();
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
    for (DirectoryReader index : indexes.values()) {
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
    return indexes.values().stream().mapToLong(DirectoryReader::getVersion).sum();
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
