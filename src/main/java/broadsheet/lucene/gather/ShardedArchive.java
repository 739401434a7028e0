package broadsheet.lucene.gather;

import broadsheet.article.ArticleRef;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.facts.Fact;
import broadsheet.lucene.facts.Lookup;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.shard.Question;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * One state of an archive in shards, with the facts and answers cached for it. Thread-safe.
 *
 * @param format the metadata of the state
 * @param versions the versions of articles that are searched
 * @param facts the facts gathered from all shards
 * @param answers the answers of all shards to questions about the archive as a whole
 * @param refs the articles on the latest pages of results, by id
 * @param parts the number of shards; 0 until one of them was asked
 * @param everyVersion the same state with all versions; empty if it is that itself
 */
public record ShardedArchive(
    Shards shards,
    IndexFormat format,
    VersionScope versions,
    BoundedCache<Lookup, Fact> facts,
    BoundedCache<Question<?>, Object> answers,
    BoundedCache<String, ArticleRef> refs,
    AtomicInteger parts,
    Optional<ShardedArchive> everyVersion) {

  private static final int MOST_ANSWERS = 100;

  /** Enough for a few hundred pages. */
  private static final int MOST_REFS = 10_000;

  /** The most facts that are kept, some 100 bytes each. */
  private static final int MOST_FACTS = 200_000;

  /** An empty index: a client compiles queries, but has no articles. */
  private static final ReaderSnapshot NOTHING = nothing();

  /** Creates a state with the latest version of each article, and empty caches. */
  public ShardedArchive(Shards shards, IndexFormat format) {
    this(
        shards,
        format,
        VersionScope.LATEST,
        Optional.of(new ShardedArchive(shards, format, VersionScope.ALL, Optional.empty())));
  }

  private ShardedArchive(
      Shards shards,
      IndexFormat format,
      VersionScope versions,
      Optional<ShardedArchive> everyVersion) {
    this(
        shards,
        format,
        versions,
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST_FACTS),
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST_ANSWERS),
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST_REFS),
        new AtomicInteger(),
        everyVersion);
  }

  /** The same state with these versions of articles. */
  ShardedArchive of(VersionScope wanted) {
    return wanted == VersionScope.ALL ? everyVersion.orElse(this) : this;
  }

  /**
   * Creates a state with empty caches.
   *
   * @param description the metadata of the state, see {@link WorkingCopy#description}
   * @param place the place of the archive, for messages
   * @throws broadsheet.engine.EngineException when the archive has another format
   */
  public static ShardedArchive of(Shards shards, Map<String, String> description, Path place) {
    return new ShardedArchive(shards, IndexFormat.of(description, place));
  }

  static ReaderSnapshot client() {
    return NOTHING;
  }

  private static ReaderSnapshot nothing() {
    try {
      Directory directory = new ByteBuffersDirectory();
      new IndexWriter(directory, new IndexWriterConfig()).close();
      IndexFormat format = new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), "");
      return new ReaderSnapshot(DirectoryReader.open(directory), format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
