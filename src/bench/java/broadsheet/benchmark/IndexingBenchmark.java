package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole rebuild, from files to commit, compared with a bare index writer that receives the same
 * articles from memory, with one thread per processor and the same fields and settings.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class IndexingBenchmark {

  private static final double RAM_BUFFER_MB = 256;

  private List<Article> articles = List.of();
  private Path folder = Path.of("");

  /** Reads the articles for the bare writer. */
  @Setup
  public void read() {
    articles = BenchmarkCorpus.articles();
  }

  /** Every round starts with an empty folder. */
  @Setup(Level.Iteration)
  public void makeFolder() throws IOException {
    folder = BenchmarkCorpus.newFolder();
  }

  /** Leaves none behind. */
  @TearDown(Level.Iteration)
  public void removeFolder() throws IOException {
    BenchmarkCorpus.remove(folder);
  }

  /** A rebuild without the printing. */
  @Benchmark
  public void rebuild() {
    BenchmarkCorpus.index(folder);
  }

  /** The minimum: the articles are already in memory. */
  @Benchmark
  public void bareIndexWriter() throws IOException, InterruptedException {
    IndexWriterConfig config =
        new IndexWriterConfig(IndexSchema.analyzer())
            .setSimilarity(IndexSchema.similarity())
            .setRAMBufferSizeMB(RAM_BUFFER_MB);
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      AtomicInteger next = new AtomicInteger();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        threads.add(Thread.ofPlatform().start(() -> write(writer, next)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      writer.commit();
    }
  }

  private void write(IndexWriter writer, AtomicInteger next) {
    try {
      for (int i = next.getAndIncrement(); i < articles.size(); i = next.getAndIncrement()) {
        Article article = articles.get(i);
        writer.addDocument(ArticleDocument.of(IndexedArticle.of("", article, 0)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
