package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.Engines;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Measures what collections cost: the processor time of a whole answer from one index, from the
 * same index as the only collection of a set, and from eight collections with an eighth of the
 * articles each. All ways answer a query in turn; its shortest time over all rounds counts. Says
 * how many answers differ in their total, facets and scores. Run by {@code src/build/measure
 * Collection -Dcorpus=PATH}; with {@code -Dindex=FOLDER} the indexes are kept there and used again.
 */
public final class CollectionMeasure {

  private static final int HITS = 10;
  private static final int QUERIES = 200;
  private static final int COLLECTIONS = 8;
  private static final int ROUNDS = Integer.getInteger("rounds", 20);
  private static final int WARM_UP_ROUNDS = Integer.getInteger("warm", 20);
  private static final double MICRO = 1_000;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Random random = new Random(Integer.getInteger("seed", 11));
  private final ObjectMapper json = new ObjectMapper();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private CollectionMeasure() {}

  /** Indexes the corpus, measures and prints. */
  public static void main(String... arguments) throws IOException {
    String kept = System.getProperty("index", "");
    Path folder = kept.isEmpty() ? BenchmarkCorpus.newFolder() : Path.of(kept);
    try {
      new CollectionMeasure().run(folder);
    } finally {
      if (kept.isEmpty()) {
        BenchmarkCorpus.remove(folder);
      }
    }
  }

  private void run(Path folder) throws IOException {
    Path one = folder.resolve("one");
    Path eight = folder.resolve("eight");
    Path plain = folder.resolve("plain");
    if (!Files.exists(plain)) {
      build(one, eight);
      PlainIndex.build(plain);
    }
    try (PlainIndex words = PlainIndex.open(plain);
        SearchEngine alone = LuceneSearchEngine.open(one, LIMIT);
        ArchiveCollections single = Engines.open(one).collections(LIMIT);
        SearchEngine only = single.search(Set.of(ArchiveCollection.FIRST));
        SearchEngine all = Engines.open(eight).search(LIMIT)) {
      Map<String, SearchEngine> ways = new LinkedHashMap<>();
      ways.put("one index", alone);
      ways.put("one collection", only);
      ways.put("eight collections", all);
      List<String> queries = new TaskWords(words.reader()).queries(QUERIES, random);
      compare(queries, alone, all);
      print(least(queries, ways));
    }
  }

  private static void build(Path one, Path eight) throws IOException {
    Set<List<String>> texts = new HashSet<>(); // duplicates are settled within a collection
    List<Article> articles =
        BenchmarkCorpus.articles().stream().filter(each -> texts.add(each.paragraphs())).toList();
    Files.createDirectories(one);
    BenchmarkCorpus.index(one, articles);
    for (int i = 0; i < COLLECTIONS; i++) {
      ArchiveCollection each =
          i == 0 ? ArchiveCollection.FIRST : new ArchiveCollection("part-" + i);
      Files.createDirectories(each.in(eight));
      List<Article> some = new ArrayList<>();
      for (int j = i; j < articles.size(); j += COLLECTIONS) {
        some.add(articles.get(j));
      }
      BenchmarkCorpus.index(each.in(eight), some);
    }
  }

  private static ParsedQuery parsed(String text) {
    return QueryParser.parse(text, LocalDate.EPOCH);
  }

  private static SearchRequest request(ParsedQuery parsed) {
    return new SearchRequest(parsed.root(), Filters.none(), SortOrder.RELEVANCE, 1, HITS);
  }

  private static void compare(List<String> queries, SearchEngine one, SearchEngine eight) {
    int totals = 0;
    int facets = 0;
    int scores = 0;
    for (String query : queries) {
      SearchResults ofOne = one.search(request(parsed(query)));
      SearchResults ofEight = eight.search(request(parsed(query)));
      totals += ofOne.total() == ofEight.total() ? 0 : 1;
      facets += facets(ofOne).equals(facets(ofEight)) ? 0 : 1;
      scores += scores(ofOne).equals(scores(ofEight)) ? 0 : 1;
    }
    System.out.printf(
        "%d queries; different: %d totals, %d facets, %d scores of the first hits%n",
        queries.size(), totals, facets, scores);
  }

  private static Map<FacetField, List<FacetCount>> facets(SearchResults results) {
    Map<FacetField, List<FacetCount>> facets = new HashMap<>(results.facets());
    facets.remove(FacetField.COLLECTION);
    return facets;
  }

  private static List<Float> scores(SearchResults results) {
    return results.hits().stream().map(Hit::score).toList();
  }

  private byte[] answer(SearchEngine engine, String text) throws IOException {
    ParsedQuery parsed = parsed(text);
    SearchRequest request = request(parsed);
    return json.writeValueAsBytes(SearchView.of(parsed, request, engine.search(request)));
  }

  /** For each way the mean over the queries of the least processor time, in nanoseconds. */
  private Map<String, Double> least(List<String> queries, Map<String, SearchEngine> ways)
      throws IOException {
    Map<String, long[]> least = new LinkedHashMap<>();
    ways.keySet().forEach(way -> least.put(way, filled(queries.size())));
    List<Map.Entry<String, SearchEngine>> turns = new ArrayList<>(ways.entrySet());
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      for (int query = 0; query < queries.size(); query++) {
        Collections.rotate(turns, 1); // the first one finds the caches of the processor cold
        for (Map.Entry<String, SearchEngine> way : turns) {
          long start = threads.getCurrentThreadCpuTime();
          int length = answer(way.getValue(), queries.get(query)).length;
          long took = length == 0 ? 0 : threads.getCurrentThreadCpuTime() - start;
          if (round >= 0) {
            long[] times = Objects.requireNonNull(least.get(way.getKey()));
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
    double bare = means.values().stream().findFirst().orElseThrow();
    System.out.println("| way | µs | to one index |");
    System.out.println("|---|---|---|");
    means.forEach(
        (way, nanos) ->
            System.out.printf(
                Locale.ROOT, "| %s | %,.0f | %.3f |%n", way, nanos / MICRO, nanos / bare));
  }
}
