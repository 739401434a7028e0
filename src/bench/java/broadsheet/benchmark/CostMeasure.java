package broadsheet.benchmark;

import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.web.results.SearchView;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Measures the processor time of a whole answer, from the typed query to the JSON, and compares it
 * with plain Lucene, which answers the same query from a {@link PlainIndex} and marks its hits too.
 * A quarter each of the queries are single words, two words, alternatives and phrases. All ways
 * answer a query in turn; its shortest time over all rounds counts. Prints a table. Run by {@code
 * src/build/measure Cost -Dcorpus=PATH}.
 *
 * <p>With {@code -Dindex=FOLDER} the indexes are kept there and used again. {@code -Dseed=N} asks
 * other queries.
 */
public final class CostMeasure {

  private static final int HITS = 10;
  private static final int QUERIES = 400;
  private static final int ROUNDS = 12;
  private static final int WARM_UP_ROUNDS = 25;
  private static final long WARM_UP_NANOS = 90_000_000_000L;
  private static final double MICRO = 1_000;

  private final Random random = new Random(Integer.getInteger("seed", 11));
  private final ObjectMapper json = new ObjectMapper();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private CostMeasure() {}

  /** Indexes the corpus, measures and prints. */
  public static void main(String... arguments) throws IOException {
    String kept = System.getProperty("index", "");
    Path folder = kept.isEmpty() ? BenchmarkCorpus.newFolder() : Path.of(kept);
    try {
      new CostMeasure().run(folder);
    } finally {
      if (kept.isEmpty()) {
        BenchmarkCorpus.remove(folder);
      }
    }
  }

  private interface Way {
    Object answer(Asked asked) throws IOException;
  }

  /** A query as typed and as plain Lucene is asked. */
  private record Asked(String text, Query plain) {}

  private void run(Path folder) throws IOException {
    Path ours = folder.resolve("broadsheet");
    Path plain = folder.resolve("plain");
    if (!Files.exists(plain)) {
      Files.createDirectories(ours);
      BenchmarkCorpus.index(ours);
      PlainIndex.build(plain);
    }
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(ours);
        PlainIndex index = PlainIndex.open(plain)) {
      Map<String, Way> ways = new LinkedHashMap<>();
      ways.put("plain Lucene, ten best and total", asked -> index.find(asked.plain(), HITS));
      ways.put("plain Lucene, whole", asked -> index.answer(asked.plain(), HITS));
      ways.put("Broadsheet, whole", asked -> whole(engine, asked, true));
      ways.put("Broadsheet, without counts", asked -> whole(engine, asked, false));
      print(least(queries(new TaskWords(index.reader())), ways));
    }
  }

  private byte[] whole(LuceneSearchEngine engine, Asked asked, boolean isCounting)
      throws IOException {
    ParsedQuery parsed = QueryParser.parse(asked.text(), LocalDate.EPOCH);
    SearchRequest request = request(parsed, isCounting);
    return json.writeValueAsBytes(SearchView.of(parsed, request, engine.search(request)));
  }

  private static SearchRequest request(ParsedQuery parsed, boolean isCounting) {
    SearchRequest request =
        new SearchRequest(parsed.root(), Filters.none(), SortOrder.RELEVANCE, 1, HITS);
    return isCounting ? request : request.withoutCounts();
  }

  private List<Asked> queries(TaskWords words) throws IOException {
    List<Asked> queries = new ArrayList<>();
    while (queries.size() < QUERIES) {
      String one = words.mixed(random);
      String other = words.mixed(random);
      queries.add(new Asked(one, term(one)));
      queries.add(new Asked(one + " AND " + other, both(Occur.MUST, one, other)));
      queries.add(new Asked(one + " OR " + other, both(Occur.SHOULD, one, other)));
      List<String> pair = words.pair();
      queries.add(
          new Asked(
              "\"" + String.join(" ", pair) + "\"",
              new PhraseQuery(PlainIndex.BODY, pair.toArray(String[]::new))));
    }
    return queries;
  }

  private static Query term(String word) {
    return new TermQuery(new Term(PlainIndex.BODY, word));
  }

  private static Query both(Occur occur, String one, String other) {
    return new BooleanQuery.Builder().add(term(one), occur).add(term(other), occur).build();
  }

  /** For each way the mean over the queries of the least processor time, in nanoseconds. */
  private Map<String, Double> least(List<Asked> queries, Map<String, Way> ways) throws IOException {
    long end = System.nanoTime() + WARM_UP_NANOS;
    Map<String, long[]> least = new LinkedHashMap<>();
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      if (round == 0 && System.nanoTime() < end) {
        round = -1;
      }
      for (int query = 0; query < queries.size(); query++) {
        for (Map.Entry<String, Way> way : ways.entrySet()) {
          long start = threads.getCurrentThreadCpuTime();
          Object answer = way.getValue().answer(queries.get(query));
          long took = threads.getCurrentThreadCpuTime() - start;
          if (answer == null) {
            throw new IllegalStateException(way.getKey());
          }
          if (round >= 0) {
            long[] times = least.computeIfAbsent(way.getKey(), _ -> filled(queries.size()));
            times[query] = Math.min(times[query], took);
          }
        }
      }
    }
    Map<String, Double> means = new LinkedHashMap<>();
    least.forEach((way, times) -> means.put(way, Arrays.stream(times).average().orElseThrow()));
    return means;
  }

  private static long[] filled(int size) {
    long[] times = new long[size];
    Arrays.fill(times, Long.MAX_VALUE);
    return times;
  }

  private static void print(Map<String, Double> means) {
    double bare = means.values().stream().skip(1).findFirst().orElseThrow();
    System.out.println("| way | µs | to plain Lucene, whole |");
    System.out.println("|---|---|---|");
    means.forEach(
        (way, nanos) ->
            System.out.printf(
                Locale.ROOT, "| %s | %,.0f | %.2f |%n", way, nanos / MICRO, nanos / bare));
  }
}
