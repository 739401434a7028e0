package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Vectors;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.semantic.SemanticIndexing;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The cost of search by meaning: the speed of making vectors, their size, and the time of a query
 * with and without them. Run with {@code -Psemantic}.
 */
public final class SemanticMeasure {

  private static final int ARTICLES = 3_000;
  private static final int QUERIES = 300;
  private static final int WARM_UP = 200;
  private static final double MEGABYTE = 1e6;

  private SemanticMeasure() {}

  /** Measures over the first articles of {@code -Dcorpus}. */
  public static void main(String[] args) throws IOException {
    EmbeddingModels models = EmbeddingModels.installed();
    if (models.isEmpty()) {
      throw new IllegalStateException("no model: give -Psemantic");
    }
    Path folder = BenchmarkCorpus.newFolder();
    List<Article> articles = BenchmarkCorpus.articles();
    articles = articles.subList(0, Math.min(ARTICLES, articles.size()));
    TestIndex.build(folder, articles);
    double words = size(folder);
    double before = processorSeconds();
    Vectors.Report report = SemanticIndexing.update(folder, models, (_, _) -> {});
    double worked = processorSeconds() - before;
    double seconds = report.took().toMillis() / 1e3;
    System.out.printf(
        Locale.ROOT,
        "%,d articles, %,d passages in %.1f s: %.1f articles/s, %.1f passages/s; %.1f passages a"
            + " second of one processor%n",
        report.articles(),
        report.passages(),
        seconds,
        report.articles() / seconds,
        report.passages() / seconds,
        report.passages() / worked);
    System.out.printf(Locale.ROOT, "index %.1f MB, vectors %.1f MB%n", words, size(folder) - words);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      long startedAt = System.nanoTime();
      engine.search(request("harbour", SearchMode.HYBRID));
      System.out.printf(Locale.ROOT, "first query by meaning %.0f ms%n", millis(startedAt));
      for (int length : List.of(1, 3, 12)) {
        List<String> queries = queries(articles, length);
        for (SearchMode mode : SearchMode.values()) {
          tell(length, mode, millis(engine, queries, mode));
        }
      }
    }
    BenchmarkCorpus.remove(folder);
  }

  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private static SearchRequest request(String query, SearchMode mode) {
    return SearchRequest.of(QueryParser.parse(query, LocalDate.of(2026, 1, 1)).root()).in(mode);
  }

  /** Consecutive words from an article. */
  private static List<String> queries(List<Article> articles, int length) {
    Random random = new Random(7);
    List<String> queries = new ArrayList<>();
    while (queries.size() < QUERIES) {
      Article article = articles.get(random.nextInt(articles.size()));
      String[] words = String.join(" ", article.paragraphs()).split("[^\\p{L}]+", -1);
      if (words.length > length) {
        int from = random.nextInt(words.length - length);
        queries.add(
            String.join(" ", Arrays.copyOfRange(words, from, from + length))
                .toLowerCase(Locale.ROOT));
      }
    }
    return queries;
  }

  private static double[] millis(LuceneSearchEngine engine, List<String> queries, SearchMode mode) {
    queries.subList(0, WARM_UP).forEach(query -> engine.search(request(query, mode)));
    double[] times = new double[queries.size()];
    for (int i = 0; i < times.length; i++) {
      long startedAt = System.nanoTime();
      engine.search(request(queries.get(i), mode));
      times[i] = millis(startedAt);
    }
    Arrays.sort(times);
    return times;
  }

  private static double millis(long startedAt) {
    return Duration.ofNanos(System.nanoTime() - startedAt).toNanos() / 1e6;
  }

  private static void tell(int length, SearchMode mode, double[] sorted) {
    System.out.printf(
        Locale.ROOT,
        "%2d words %-8s p50 %.1f ms, p99 %.1f ms%n",
        length,
        mode,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100]);
  }

  private static double size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(SemanticMeasure::bytes).sum() / MEGABYTE;
    }
  }

  private static long bytes(Path file) {
    return file.toFile().length();
  }
}
