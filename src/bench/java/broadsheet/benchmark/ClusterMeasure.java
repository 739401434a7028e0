package broadsheet.benchmark;

import broadsheet.corpus.TestCorpus;
import broadsheet.corpus.record.Ledger;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.opensearch.Location;
import broadsheet.opensearch.OpenSearchEngine;
import broadsheet.opensearch.RoundSource;
import broadsheet.opensearch.TestCluster;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.web.results.SearchView;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/**
 * Measures the processor time of a page of results of an archive on a cluster of three nodes on
 * this machine, from the typed query to the JSON, where a node does the search and where this
 * program does it in rounds, and compares both with an index folder. Indexing is measured as well.
 * Each way answers the same queries in turn, and each round asks others. Prints a table, with the
 * time in this process and on the nodes. With {@code -Dqueries=0} only indexing on the cluster is
 * measured. Run by {@code src/build/measure Cluster -Dcorpus=PATH}.
 */
public final class ClusterMeasure {

  private static final int HITS = 10;
  private static final int ROUNDS = 6;
  private static final int QUERIES = Integer.getInteger("queries", 200);
  private static final double MILLI = 1e6;
  private static final double SECOND = 1e9;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Random random = new Random(Integer.getInteger("seed", 11));
  private final ObjectMapper json = new ObjectMapper();
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final TestCluster cluster;

  private ClusterMeasure(TestCluster cluster) {
    this.cluster = cluster;
  }

  /** Indexes the corpus, measures and prints. */
  public static void main(String... arguments) throws IOException {
    Path folder = BenchmarkCorpus.newFolder();
    try (TestCluster cluster = TestCluster.startForUse()) {
      new ClusterMeasure(cluster).run(folder);
    } finally {
      BenchmarkCorpus.remove(folder);
    }
  }

  private void run(Path folder) throws IOException {
    Path local = folder.resolve("local");
    Location location = Location.of(cluster.location("news"));
    Engine engine = new OpenSearchEngine(location, folder.resolve("cluster"));
    if (QUERIES > 0) {
      index(local);
    }
    index(engine, folder.resolve("cluster"));
    if (QUERIES == 0) {
      return;
    }
    Map<String, SearchEngine> ways = new LinkedHashMap<>();
    ways.put("index folder", LuceneSearchEngine.open(local));
    ways.put("cluster, in rounds", new ShardedSearchEngine(RoundSource.at(location), LIMIT));
    ways.put("cluster, in one call", engine.search(LIMIT));
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(local))) {
      measure(new TaskWords(reader), ways);
    }
    ways.values().forEach(SearchEngine::close);
  }

  private void index(Path local) throws IOException {
    long start = process.getProcessCpuTime();
    BenchmarkCorpus.index(local);
    System.out.printf(
        Locale.ROOT,
        "Indexing in a folder: %.1f s, %d MB%n",
        (process.getProcessCpuTime() - start) / SECOND,
        size(local) >> 20);
  }

  private void index(Engine engine, Path place) throws IOException {
    AtomicLong most = new AtomicLong();
    Thread watching = Thread.ofVirtual().start(() -> watch(place, most));
    long nodes = cluster.processorTime().toNanos();
    long start = process.getProcessCpuTime();
    try (IndexingSession session = engine.rebuild()) {
      TestCorpus.read(BenchmarkCorpus.corpus(), session::add, new Ledger());
      session.commit(List.of());
    }
    long here = process.getProcessCpuTime() - start;
    cluster.awaitGreen();
    nodes = cluster.processorTime().toNanos() - nodes;
    watching.interrupt();
    System.out.printf(
        Locale.ROOT,
        "Indexing on the cluster: here %.1f s, %d MB, at most %d MB; nodes %.1f s%n",
        here / SECOND,
        size(place) >> 20,
        most.get() >> 20,
        nodes / SECOND);
  }

  private static void watch(Path place, AtomicLong most) {
    try {
      while (true) {
        most.accumulateAndGet(size(place), Math::max);
        Thread.sleep(Duration.ofSeconds(1));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException _) {
      return 0; // a file was removed meanwhile
    }
  }

  private void measure(TaskWords words, Map<String, SearchEngine> ways) throws IOException {
    System.out.println("| round | way | here, ms a page | nodes, ms a page | to the folder |");
    System.out.println("|---|---|---|---|---|");
    for (int round = 0; round <= ROUNDS; round++) {
      List<String> queries = words.queries(QUERIES, random);
      double folder = 0;
      for (Map.Entry<String, SearchEngine> way : ways.entrySet()) {
        long nodes = cluster.processorTime().toNanos();
        long here = process.getProcessCpuTime();
        for (String query : queries) {
          page(way.getValue(), query);
        }
        here = process.getProcessCpuTime() - here;
        nodes = cluster.processorTime().toNanos() - nodes;
        folder = folder == 0 ? here : folder;
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %.2f | %.2f | %.2f |%n",
            round == 0 ? "first" : round,
            way.getKey(),
            here / MILLI / queries.size(),
            nodes / MILLI / queries.size(),
            (here + nodes) / folder);
      }
    }
  }

  private byte[] page(SearchEngine engine, String query) throws IOException {
    ParsedQuery parsed = QueryParser.parse(query, LocalDate.EPOCH);
    SearchRequest request =
        new SearchRequest(parsed.root(), Filters.none(), SortOrder.RELEVANCE, 1, HITS);
    return json.writeValueAsBytes(SearchView.of(parsed, request, engine.search(request)));
  }
}
