package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.Corpus;
import broadsheet.corpus.record.FoundFile;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Reception;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how files are read into articles: how well, where tables beside them say what they hold
 * ({@link ExpectedArticle}), and in which processor time, on one thread, with the process that
 * parses PDFs. {@code -Dcorpus=PATH} names the files, of one kind or several; they are read whole
 * again and again for {@code -Dseconds=N} of processor time, 40 unless stated, and the shortest
 * time counts. With 0 seconds, speed is not measured. The worker starts anew for each reading.
 */
public final class ReadingMeasure {
  private static final int FEWEST_ROUNDS = 3;
  private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("seconds", 40));
  private static final double MEGA = 1e6;

  private ReadingMeasure() {}

  /** Reads, measures and prints. */
  public static void main(String... arguments) throws IOException {
    Path corpus = Path.of(System.getProperty("corpus", ""));
    List<ExpectedArticle.Table> tables = ExpectedArticle.tables(corpus);
    if (!tables.isEmpty()) {
      new ReadingQuality(corpus, BenchmarkCorpus.articles()).print(tables);
    }
    if (LONGEST.isPositive()) {
      measureSpeed();
    }
  }

  private static void measureSpeed() {
    Reading best = Reading.now();
    Duration all = best.time();
    for (int round = 1; round < FEWEST_ROUNDS || all.compareTo(LONGEST) < 0; round++) {
      Reading next = Reading.now();
      all = all.plus(next.time());
      best = best.orShorter(next);
    }
    best.print();
  }

  /**
   * One reading of the whole corpus.
   *
   * @param own the processor time of this thread
   * @param workers the processor time of the worker's process
   */
  private record Reading(long articles, long bytes, Duration own, Duration workers) {

    static Reading now() {
      Corpus corpus = BenchmarkCorpus.corpus();
      Counting counting = new Counting();
      long start = cpuNanos();
      corpus.read(counting, new Ledger(), 1);
      return new Reading(
          counting.articles,
          counting.bytes,
          Duration.ofNanos(cpuNanos() - start),
          counting.workers());
    }

    private static long cpuNanos() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private Duration time() {
      return own.plus(workers);
    }

    Reading orShorter(Reading other) {
      return other.time().compareTo(time()) < 0 ? other : this;
    }

    void print() {
      double seconds = time().toNanos() / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d articles, %.1f MB: %.2f s (the worker %.2f), %.3f ms each, %.0f articles and %.2f MB"
              + " a second%n",
          articles,
          bytes / MEGA,
          seconds,
          workers.toNanos() / 1e9,
          seconds * 1000 / articles,
          articles / seconds,
          bytes / MEGA / seconds);
    }
  }

  /** Counts what is read, and notes after each file how long the workers have worked. */
  private static final class Counting implements Reception {
    private final Map<Long, Duration> workers = new HashMap<>();
    private long articles;
    private long bytes;

    Duration workers() {
      return workers.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public boolean begin(FoundFile file) {
      bytes += file.record().bytes();
      return true;
    }

    @Override
    public void article(String path, Article article) {
      articles++;
    }

    @Override
    public void entry(String path, LedgerEntry entry) {}

    @Override
    public void end(FileRecord file) {
      ProcessHandle.current()
          .children()
          .forEach(w -> w.info().totalCpuDuration().ifPresent(t -> workers.put(w.pid(), t)));
    }

    @Override
    public void endUnread(FileRecord file) {
      end(file);
    }
  }
}
