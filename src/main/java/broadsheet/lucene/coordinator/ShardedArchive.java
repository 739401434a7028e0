package broadsheet.lucene.coordinator;

import broadsheet.article.ArticleRef;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.staging.WorkingCopy;
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
    StatisticsCache facts,
    BoundedCache<PartQuestion<?>, Object> answers,
    BoundedCache<String, ArticleRef> refs,
    AtomicInteger parts,
    Optional<ShardedArchive> everyVersion) {

  private static final int MOST_ANSWERS = 100;

  /** Enough for a few hundred pages. */
  private static final int MOST_REFS = 10_000;

  /** The metadata of an archive of which none is known. */
  private static final IndexFormat NO_FORMAT =
      new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), 0);

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
        StatisticsCache.none(),
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST_ANSWERS),
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST_REFS),
        new AtomicInteger(),
        everyVersion);
  }

  /** A state of an archive of which nothing is known, and whose shards are still to be given. */
  static ShardedArchive empty() {
    Shards none =
        (call, request, left, isPatient) -> {
          throw new IllegalStateException("no shards");
        };
    return new ShardedArchive(none, NO_FORMAT);
  }

  /** The same state with the same caches, and other means to ask its shards. */
  ShardedArchive with(Shards others) {
    return new ShardedArchive(
        others,
        format,
        versions,
        facts,
        answers,
        refs,
        parts,
        everyVersion.map(every -> every.with(others)));
  }

  /** This state, which comes after another one of the same archive. */
  public ShardedArchive after(ShardedArchive before) {
    return new ShardedArchive(
        shards,
        format,
        versions,
        before.of(versions).facts.next(),
        answers,
        refs,
        parts,
        everyVersion.map(every -> every.after(before)));
  }

  /** Caches references of articles, which are likely to be needed next. */
  void keep(List<ArticleRef> all) {
    all.forEach(ref -> refs.keep(ref.id(), ref));
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
      return new ReaderSnapshot(DirectoryReader.open(directory), NO_FORMAT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
