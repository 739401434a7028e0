package broadsheet.lucene.index;

import broadsheet.article.Article;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexingSession;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * Writes a new index beside the old one in the same folder and puts it in the old one's place by
 * one atomic Lucene commit. Articles are analysed by a thread for each processor. The folder's
 * write lock is held from opening to closing, also across processes.
 */
public final class LuceneIndexingSession implements IndexingSession {

  /** The most memory the articles not yet written may take, in MB. */
  private static final double MAX_RAM_BUFFER_MB = 256;

  private static final int MAX_REJECTED = 1_000;
  private static final long BYTES_IN_MB = 1L << 20;

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final Workers<Document> workers;
  private final UniqueIds ids = new UniqueIds();
  private final Map<String, String> rejected = new ConcurrentHashMap<>();

  private LuceneIndexingSession(Path folder, Directory directory, IndexWriter writer) {
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    // Readers tell commits apart by this number, also those of an index deleted meanwhile.
    writer.advanceSegmentInfosVersion(System.currentTimeMillis());
    int threads = Runtime.getRuntime().availableProcessors();
    workers = new Workers<>(threads, this::write, this::flush);
  }

  /**
   * Starts a rebuild of the index in that folder, which is made when missing.
   *
   * @throws EngineException when another process is writing it, or it cannot be written
   */
  public static LuceneIndexingSession open(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new EngineException("An index lies in a folder, and " + folder + " is none.");
    }
    try {
      Directory directory = FSDirectory.open(folder);
      try {
        UnreadableCommits.remove(directory);
        return new LuceneIndexingSession(folder, directory, new IndexWriter(directory, config()));
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (LockObtainFailedException e) {
      throw new EngineException(
          "Another process is writing the index in "
              + folder
              + ". Wait until it is done, or give --index another folder.",
          e);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  private static IndexWriterConfig config() {
    long heapMb = Runtime.getRuntime().maxMemory() / BYTES_IN_MB;
    return new IndexWriterConfig(IndexSchema.analyzer())
        .setSimilarity(IndexSchema.similarity())
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setRAMBufferSizeMB(Math.min(MAX_RAM_BUFFER_MB, Math.max(16, heapMb / 8.0)))
        .setCommitOnClose(false);
  }

  @Override
  public String add(Article article) {
    String id = ids.claim(article.id());
    workers.submit(() -> ArticleDocument.of(article, id), length(article));
    return id;
  }

  private static int length(Article article) {
    return article.paragraphs().stream().mapToInt(String::length).sum();
  }

  private void write(Document document) {
    try {
      writer.addDocument(document);
    } catch (IllegalArgumentException e) {
      reject(document.get(IndexSchema.ID), e);
    } catch (IOException | AlreadyClosedException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** One article Lucene cannot take must not cost the others. */
  private void reject(String id, IllegalArgumentException e) {
    if (rejected.size() < MAX_REJECTED) {
      rejected.put(id, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Map<String, String> rejected() {
    return Map.copyOf(rejected);
  }

  /**
   * Writes out what is in memory. Every worker does so at its end, so that they share work which
   * the commit would do alone.
   */
  private void flush() {
    try {
      while (writer.flushNextBuffer()) {
        // until nothing is left
      }
    } catch (IOException | AlreadyClosedException e) {
      throw cannotWrite(folder, e);
    }
  }

  @Override
  public void commit(List<String> origins) {
    workers.finish();
    try {
      IndexFormat format = new IndexFormat(IndexFormat.VERSION, Instant.now(), origins);
      writer.setLiveCommitData(format.toCommitData().entrySet());
      writer.commit();
    } catch (IOException | AlreadyClosedException e) {
      throw cannotWrite(folder, e);
    }
  }

  @Override
  public void close() {
    try (Directory _ = directory) {
      try {
        workers.stop();
      } finally {
        writer.rollback();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EngineException cannotWrite(Path folder, Throwable cause) {
    return new EngineException(
        "The index in %s cannot be written (%s). The old index, if there was one, is unharmed."
            .formatted(folder, rootMessage(cause)),
        cause);
  }

  private static String rootMessage(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
