package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.engine.ArchivePart;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.ledger.FileRecord;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.shards.FolderFiles;
import broadsheet.lucene.staging.Settling;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;

/**
 * Settles as many short generated articles as {@code -Darticles=N} says in a working copy, checks
 * the numbers of duplicates, versions and reprints against what was generated, and prints time and
 * space. With {@code -Dparts=N} they are read in parts, one after another. Give the process little
 * memory: that is what is tested. Run by {@code JDK_JAVA_OPTIONS=-Xmx512m} and {@code
 * src/build/measure Settlement -Darticles=N}.
 */
public final class ResolutionMeasure {

  private static final int OF_A_FILE = 10_000;
  private static final double SECOND = 1e9;

  private final int parts = Integer.getInteger("parts", 0);
  private final long count = Long.parseLong(System.getProperty("articles", "1000000"));
  private final RelatedArticles articles =
      new RelatedArticles(Long.parseLong(System.getProperty("seed", "1")));
  private final Map<RelatedArticles.Relation, Long> related =
      new EnumMap<>(RelatedArticles.Relation.class);
  private final AtomicLong mostBytes = new AtomicLong();
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Path folder;
  private final Settling settling;

  /**
   * @param folder of the machine that settles
   * @param kept stands for the cluster, which has the texts
   */
  private ResolutionMeasure(Path folder, Path kept) {
    this.folder = folder;
    settling = new Settling(folder, new FolderFiles(kept));
  }

  /** Settles and prints. */
  public static void main(String... arguments) throws IOException {
    String given = System.getProperty("index", "");
    Path folder = given.isEmpty() ? BenchmarkCorpus.newFolder() : Path.of(given);
    Path kept = folder.resolveSibling(folder.getFileName() + "-kept");
    ResolutionMeasure measure = new ResolutionMeasure(folder, kept);
    Thread watching = Thread.ofVirtual().start(measure::watchAlways);
    try {
      measure.run();
    } finally {
      watching.interrupt();
      BenchmarkCorpus.remove(folder);
      BenchmarkCorpus.remove(kept);
    }
  }

  private void watchAlways() {
    try {
      while (true) {
        watch();
        Thread.sleep(Duration.ofSeconds(1));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    mostBytes.accumulateAndGet(bytes(), Math::max);
  }

  private long bytes() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException _) {
      return 0; // a file was removed meanwhile
    }
  }

  private void run() throws IOException {
    long start = System.nanoTime();
    for (int number = 1; number <= parts; number++) {
      ArchivePart part = new ArchivePart(number, parts);
      try (IndexingSession session = settling.part(part, List.of(), NameMode.AS_IS)) {
        read(session, part::holds);
        session.commit(List.of());
      }
      print("part " + part, start);
    }
    try (IndexingSession session = settled()) {
      print("read", start);
      IndexingReport report = session.commit(List.of());
      print("settled", start);
      expect("duplicates", of(RelatedArticles.Relation.DUPLICATE), report.duplicates());
      expect("superseded", of(RelatedArticles.Relation.VERSION), report.superseded());
    }
    expect("reprints", of(RelatedArticles.Relation.REPRINT), reprints());
    watch();
    System.out.printf(
        Locale.ROOT,
        "%,d articles: %.0f bytes each at the end, %.1f GB at most, heap %,d MB%n",
        count,
        (double) bytes() / count,
        mostBytes.get() / 1e9,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** A session that has all articles. */
  private IndexingSession settled() {
    if (parts > 0) {
      return settling.join();
    }
    IndexingSession session = settling.rebuild(NameMode.AS_IS);
    read(session, _ -> true);
    return session;
  }

  private void read(IndexingSession session, Predicate<String> isWanted) {
    for (long first = 0; first < count; first += OF_A_FILE) {
      String path = "/records/" + first;
      if (isWanted.test(path)) {
        read(session, path, first);
      }
    }
  }

  private void read(IndexingSession session, String path, long first) {
    long end = Math.min(count, first + OF_A_FILE);
    session.begin(path);
    for (long number = first; number < end; number++) {
      Article article = articles.article(number);
      related.merge(articles.relation(number), 1L, Long::sum);
      session.add(path, article.toBuilder().locations(List.of("#" + number)).build());
    }
    session.end(new FileRecord(path, path, "", "", "", 1, end - first, 0, 0, 0));
  }

  private void print(String step, long start) {
    System.out.printf(
        Locale.ROOT,
        "%s after %.0f s, processor time %.0f s%n",
        step,
        (System.nanoTime() - start) / SECOND,
        process.getProcessCpuTime() / SECOND);
  }

  private long of(RelatedArticles.Relation relation) {
    return related.getOrDefault(relation, 0L);
  }

  private static void expect(String what, long expected, long found) {
    System.out.printf(Locale.ROOT, "%s: %,d of %,d%n", what, found, expected);
    if (found != expected) {
      throw new IllegalStateException("the settlement is wrong");
    }
  }

  /** The number of articles in families, less one for each family. */
  private long reprints() throws IOException {
    LongStream.Builder numbers = LongStream.builder();
    try (Directory directory = settling.shared().directory();
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        NumericDocValues families = leaf.reader().getNumericDocValues(IndexSchema.FAMILY);
        Bits live = leaf.reader().getLiveDocs();
        while (families != null && families.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          if (live == null || live.get(families.docID())) {
            numbers.add(families.longValue());
          }
        }
      }
    }
    long[] members = numbers.build().sorted().toArray();
    long first =
        IntStream.range(0, members.length)
            .filter(i -> i == 0 || members[i] != members[i - 1])
            .count();
    return members.length - first;
  }
}
