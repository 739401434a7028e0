package broadsheet.benchmark;

import broadsheet.benchmark.QueryTasks.Task;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/**
 * How long each kind of query takes, its ten best hits read, marked and cut into snippets, against
 * the plain Lucene query it could be at best: in one field, without stems, marks or stored fields.
 * Prints a table. Run by {@code exec:exec@measure -Dmeasure=Query -Dcorpus=PATH}.
 */
public final class QueryMeasure {

  private static final int HITS = 10;
  private static final int WARM_UP_ROUNDS = 15;
  private static final int ROUNDS = 15;

  private QueryMeasure() {}

  /** Indexes the corpus, measures and prints. */
  public static void main(String... arguments) throws IOException {
    Path folder = BenchmarkCorpus.newFolder();
    BenchmarkCorpus.index(folder);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder);
        FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(IndexSchema.similarity());
      searcher.setQueryCache(null);
      print(measured(QueryTasks.of(reader), engine, searcher));
    } finally {
      BenchmarkCorpus.remove(folder);
    }
  }

  /** The times of a category, in nanoseconds. */
  private record Times(List<Long> plain, List<Long> ours) {}

  private static Map<String, Times> measured(
      List<Task> tasks, LuceneSearchEngine engine, IndexSearcher searcher) throws IOException {
    Map<String, Times> times = new LinkedHashMap<>();
    for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      for (Task task : tasks) {
        long start = System.nanoTime();
        plain(task, searcher);
        long middle = System.nanoTime();
        engine.search(request(task));
        long end = System.nanoTime();
        if (round >= WARM_UP_ROUNDS) {
          Times of =
              times.computeIfAbsent(
                  task.category(), _ -> new Times(new ArrayList<>(), new ArrayList<>()));
          of.plain().add(middle - start);
          of.ours().add(end - middle);
        }
      }
    }
    return times;
  }

  private static void plain(Task task, IndexSearcher searcher) throws IOException {
    if (task.isCounting()) {
      searcher.search(
          task.plain(),
          new MultiCollectorManager(
              new TopScoreDocCollectorManager(HITS, Integer.MAX_VALUE),
              new FacetsCollectorManager()));
    } else if (task.sort() == SortOrder.NEWEST) {
      Sort newest = new Sort(new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, true));
      searcher.search(task.plain(), HITS, newest);
    } else {
      searcher.search(task.plain(), HITS);
    }
  }

  private static SearchRequest request(Task task) {
    SearchRequest request =
        new SearchRequest(
            QueryParser.parse(task.text(), LocalDate.EPOCH).root(),
            Filters.none(),
            task.sort(),
            1,
            HITS);
    return task.isCounting() ? request : request.withoutCounts();
  }

  private static void print(Map<String, Times> times) {
    System.out.println("| kind | plain p50 | p99 | ours p50 | p99 | ours to plain, p50 |");
    System.out.println("|---|---|---|---|---|---|");
    times.forEach(
        (category, of) -> {
          double plain = micros(of.plain(), 0.5);
          double ours = micros(of.ours(), 0.5);
          System.out.printf(
              Locale.ROOT,
              "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %.1f |%n",
              category,
              plain,
              micros(of.plain(), 0.99),
              ours,
              micros(of.ours(), 0.99),
              ours / plain);
        });
  }

  private static double micros(List<Long> nanos, double quantile) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) (quantile * (sorted.length - 1))] / 1_000.0;
  }
}
