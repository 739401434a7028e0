package broadsheet.lucene.semantic;

import broadsheet.engine.ArticleProgress;
import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.EngineException;
import broadsheet.engine.Vectors;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Brings the passages of an index up to date with its articles: embeds texts that have no vectors
 * yet and removes the vectors of texts that are gone. Never writes to the main index. Commits every
 * half minute, so that the next run continues where a killed one stopped; passages of articles that
 * are not in the main index are ignored by searches. Not thread-safe.
 */
public final class SemanticIndexing {

  private static final Duration COMMIT_EVERY = Duration.ofSeconds(30);
  private static final int BLOCK = 256;
  private static final double RAM_BUFFER_MB = 64;

  private final EmbeddingModel embedder;
  private final FixedBitSet own;
  private final ArticleProgress progress;
  private final LongAdder passages = new LongAdder();
  private long lastCommit = System.nanoTime();

  /** An article without vectors. */
  private record Missing(BytesRef key, int document) {}

  /**
   * @param own the articles to embed
   */
  private SemanticIndexing(EmbeddingModel embedder, FixedBitSet own, ArticleProgress progress) {
    this.embedder = embedder;
    this.own = own;
    this.progress = progress;
  }

  /** Whether an index has passages, of any model and format. Cheap. */
  public static boolean exists(Path index) {
    return Files.isDirectory(SemanticFormat.folder(index));
  }

  /**
   * Brings the passages up to date, creating them where there are none and rebuilding them where
   * the model has changed. Each model embeds the articles in its languages. A model without such
   * articles gets no passages; passages of models that are not among these stay as they are.
   *
   * @param index the folder of the main index
   * @throws EngineException when there is no main index, a model does not run, another process is
   *     writing passages, or they cannot be written
   */
  public static Vectors.Report update(
      Path index, EmbeddingModels models, ArticleProgress progress) {
    return written(
        index,
        reader -> {
          Files.createDirectories(SemanticFormat.folder(index));
          Vectors.Report report = Vectors.Report.NONE;
          for (EmbeddingModel model : models.all()) {
            FixedBitSet own =
                MatchingArticles.of(
                    LanguageArticles.of(models.scope(model)), new IndexSearcher(reader));
            report = report.and(new SemanticIndexing(model, own, progress).update(index, reader));
          }
          return report;
        });
  }

  /** A change of the vectors, given the articles. */
  interface Writing<T> {
    T from(DirectoryReader articles) throws IOException;
  }

  /**
   * Changes the vectors of an index.
   *
   * @throws EngineException as {@link #update} does
   */
  static <T> T written(Path index, Writing<T> writing) {
    try (Directory articles = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(articles)) {
      return writing.from(reader);
    } catch (LockObtainFailedException e) {
      throw new EngineException(
          "Another process is making vectors for the index in %s. Wait until it is done."
              .formatted(index),
          e);
    } catch (IOException e) {
      throw new EngineException(
          "The vectors of the index in %s cannot be written (%s). Its articles are unharmed; only the vectors are in %s, which may be deleted."
              .formatted(index, e, SemanticFormat.folder(index)),
          e);
    }
  }

  private Vectors.Report update(Path index, DirectoryReader articles) throws IOException {
    Path folder = SemanticFormat.folder(index, embedder.name());
    if (own.cardinality() == 0 && !Files.exists(folder)) {
      return Vectors.Report.NONE;
    }
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config(directory, embedder))) {
      try {
        return update(articles, writer);
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    }
  }

  private static IndexWriterConfig config(Directory directory, EmbeddingModel embedder)
      throws IOException {
    return new IndexWriterConfig()
        .setOpenMode(
            isKept(directory, embedder)
                ? IndexWriterConfig.OpenMode.APPEND
                : IndexWriterConfig.OpenMode.CREATE)
        .setRAMBufferSizeMB(RAM_BUFFER_MB)
        .setCommitOnClose(false);
  }

  private static boolean isKept(Directory directory, EmbeddingModel embedder) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return SemanticFormat.isOf(embedder, reader.getIndexCommit().getUserData());
    }
  }

  private Vectors.Report update(DirectoryReader articles, IndexWriter writer) throws IOException {
    long startedAt = System.nanoTime();
    List<Missing> missing = new ArrayList<>();
    List<BytesRef> gone = new ArrayList<>();
    long[] unchanged = {0};
    try (DirectoryReader known = DirectoryReader.open(writer)) {
      ArticleKeys.join(
          ArticleKeys.of(articles, IndexSchema.FINGERPRINT, own),
          ArticleKeys.of(known, SemanticFormat.ARTICLE, MultiBits.getLiveDocs(known)),
          (key, article, vectors) -> {
            if (vectors.length == 0) {
              missing.add(new Missing(BytesRef.deepCopyOf(key), article[0]));
            } else if (article.length == 0) {
              gone.add(BytesRef.deepCopyOf(key));
            } else {
              unchanged[0]++;
            }
          });
    }
    for (BytesRef key : gone) {
      writer.deleteDocuments(new Term(SemanticFormat.ARTICLE, key));
    }
    embed(missing, articles, writer);
    commit(writer);
    Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
    return new Vectors.Report(missing.size(), passages.sum(), unchanged[0], gone.size(), took);
  }

  /** Embeds the articles in their order on disk, a block at a time, in one thread per processor. */
  private void embed(List<Missing> missing, DirectoryReader articles, IndexWriter writer)
      throws IOException {
    missing.sort(Comparator.comparingInt(Missing::document));
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("embed-", 0).factory());
    try {
      for (int from = 0; from < missing.size(); from += BLOCK) {
        int to = Math.min(missing.size(), from + BLOCK);
        List<Callable<Long>> block = new ArrayList<>();
        missing.subList(from, to).forEach(m -> block.add(() -> embed(m, articles, writer)));
        await(workers.invokeAll(block));
        progress.reached(to, missing.size());
        if (System.nanoTime() - lastCommit > COMMIT_EVERY.toNanos()) {
          commit(writer);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Stopped while making vectors; those made so far are kept.", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private long embed(Missing article, DirectoryReader articles, IndexWriter writer)
      throws IOException {
    List<TextPassage> texts =
        TextPassage.of(
            new StoredArticle(articles.storedFields().document(article.document())),
            embedder.passageLength());
    List<float[]> vectors = texts.stream().map(t -> embedder.ofPassage(t.text())).toList();
    passages.add(vectors.size());
    List<VectorPassage> kept = VectorPassage.of(PassageFields.ALONE, article.key(), texts, vectors);
    return writer.addDocuments(kept.stream().map(VectorPassage::document).toList());
  }

  private static void await(List<Future<Long>> done) throws IOException, InterruptedException {
    for (Future<Long> each : done) {
      try {
        each.get();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case IOException io -> throw io;
          case EngineException engine -> throw engine;
          case null, default -> throw new EngineException("A text got no vector: " + e, e);
        }
      }
    }
  }

  private void commit(IndexWriter writer) throws IOException {
    if (writer.hasUncommittedChanges() || !DirectoryReader.indexExists(writer.getDirectory())) {
      writer.setLiveCommitData(SemanticFormat.commitData(embedder).entrySet());
      writer.commit();
    }
    lastCommit = System.nanoTime();
  }
}
