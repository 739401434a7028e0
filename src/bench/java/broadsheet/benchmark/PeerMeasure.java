package broadsheet.benchmark;

import broadsheet.article.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures the processor time that Broadsheet and other servers take for an answer over HTTP: ten
 * hits with marks and snippets and the exact total, with and without facets and timeline. The
 * others are a {@link BareServer}, and OpenSearch and Solr if they are built; {@code PeersIT} tests
 * each with ten articles. All run at the same time and serve the same articles. They receive
 * queries in turn, then in reverse order, other queries each time: a quarter each are single words,
 * two words, alternatives and phrases. Prints each turn, then a table. Run by {@code
 * src/build/measure Peer -Dcorpus=PATH} after {@code -DskipTests package}; {@code -Dclients=1} for
 * one client instead of four, {@code -Dqueries=N} for turns of fewer queries.
 */
public final class PeerMeasure {

  private static final int QUERIES = Integer.getInteger("queries", 1_000);
  private static final int CLIENTS = Integer.getInteger("clients", 4);
  private static final int WARM_UP_ROUNDS = 8;
  private static final int ROUNDS = 2;
  private static final Duration LIMIT = Duration.ofMinutes(60);

  /** The relative difference up to which the totals of two servers count as equal. */
  private static final double TOLERANCE = 0.05;

  private final Random random = new Random(17);
  private final long end = System.nanoTime() + LIMIT.toNanos();
  private final TaskWords words;
  private final ExecutorService clients;
  private final Map<Peer, Results> results = new LinkedHashMap<>();

  private PeerMeasure(TaskWords words, ExecutorService clients) {
    this.words = words;
    this.clients = clients;
  }

  /** The totals of one server, and its processor time in milliseconds an answer, by turn. */
  private static final class Results {
    private final List<Long> totals = new ArrayList<>();
    private final List<Double> counted = new ArrayList<>();
    private final List<Double> uncounted = new ArrayList<>();

    List<Double> times(boolean isCounting) {
      return isCounting ? counted : uncounted;
    }

    double mean(boolean isCounting) {
      return times(isCounting).stream().mapToDouble(time -> time).average().orElseThrow();
    }

    /** The share of totals that are nearly those of another server. */
    double agreement(Results other) {
      return IntStream.range(0, totals.size())
          .mapToObj(query -> isNear(totals.get(query), other.totals.get(query)))
          .mapToInt(isNear -> isNear ? 1 : 0)
          .average()
          .orElseThrow();
    }

    private static boolean isNear(long one, long other) {
      return Math.abs(one - other) <= TOLERANCE * Math.max(one, other);
    }
  }

  /** Indexes the corpus for each server, measures and prints. */
  public static void main(String... arguments) throws Exception {
    Path folder = BenchmarkCorpus.newFolder();
    Path vocabulary = folder.resolve("plain");
    PlainIndex.build(vocabulary);
    List<Peer> peers = new ArrayList<>();
    try (PlainIndex plain = PlainIndex.open(vocabulary);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      start(peers, folder);
      new PeerMeasure(new TaskWords(plain.reader()), clients).run(peers);
    } finally {
      peers.forEach(Peer::close);
      BenchmarkCorpus.remove(folder);
    }
  }

  /** Starts those that are built, Broadsheet first. */
  private static void start(List<Peer> peers, Path folder) throws Exception {
    List<Article> articles = BenchmarkCorpus.articles();
    BroadsheetPeer ours = BroadsheetPeer.start(folder.resolve("broadsheet"), articles);
    peers.add(ours);
    Peer.Span span = ours.span();
    peers.add(BarePeer.start(folder.resolve("bare"), articles));
    if (isThere(OpenSearchPeer.missing())) {
      peers.add(OpenSearchPeer.start(folder.resolve("opensearch"), span, articles));
    }
    if (isThere(SolrPeer.missing())) {
      peers.add(SolrPeer.start(folder.resolve("solr"), span, articles));
    }
  }

  private static boolean isThere(Optional<String> missing) {
    missing.ifPresent(reason -> System.out.println("Left out: " + reason));
    return missing.isEmpty();
  }

  private void run(List<Peer> peers) throws Exception {
    List<String> warmUp = queries();
    for (Peer peer : peers) {
      check(peer, warmUp.getFirst());
    }
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (Peer peer : peers) {
        ask(peer, warmUp, true);
        ask(peer, warmUp, false);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (List<Peer> order : List.of(peers, peers.reversed())) {
        takeTurns(order, true);
        takeTurns(order, false);
      }
    }
    print();
  }

  /** Fails if a server does less than the others because it is configured wrongly. */
  static void check(Peer peer, String query) throws Exception {
    String answer = peer.answer(peer.request(query, true)).toString();
    if (!answer.contains("<mark>") || answer.contains("\"timeline\"") != peer.isCounting()) {
      throw new IllegalStateException(peer.name() + " answers with too little: " + answer);
    }
  }

  private List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    while (queries.size() < QUERIES) {
      String one = words.mixed(random);
      String other = words.mixed(random);
      queries.addAll(List.of(one, one + " AND " + other, one + " OR " + other));
      queries.add("\"" + String.join(" ", words.pair()) + "\"");
    }
    return queries;
  }

  private void takeTurns(List<Peer> order, boolean isCounting) throws Exception {
    List<String> queries = queries();
    for (Peer peer : order) {
      Duration before = peer.processorTime();
      List<Long> totals = ask(peer, queries, isCounting);
      Duration took = peer.processorTime().minus(before);
      double each = (double) took.toMillis() / totals.size();
      Results of = results.computeIfAbsent(peer, _ -> new Results());
      of.totals.addAll(totals);
      of.times(isCounting).add(each);
      System.out.printf(
          Locale.ROOT,
          "%s, %s: %.2f ms%n",
          peer.name(),
          isCounting ? "counting" : "not counting",
          each);
    }
  }

  /** The totals of all queries; fails if one is not answered. */
  private List<Long> ask(Peer peer, List<String> queries, boolean isCounting) throws Exception {
    List<Callable<Long>> tasks = new ArrayList<>();
    for (String query : queries) {
      tasks.add(() -> peer.total(peer.answer(peer.request(query, isCounting))));
    }
    List<Long> totals = new ArrayList<>();
    long left = end - System.nanoTime();
    for (Future<Long> total : clients.invokeAll(tasks, left, TimeUnit.NANOSECONDS)) {
      totals.add(total.get());
    }
    return totals;
  }

  private void print() throws IOException {
    Results ours = results.values().iterator().next();
    System.out.printf(
        "| %s | facets and timeline, ms | without, ms | index, MB | totals within 5 %% |%n",
        CLIENTS == 1 ? "one client" : CLIENTS + " clients");
    System.out.println("|---|---|---|---|---|");
    for (Map.Entry<Peer, Results> result : results.entrySet()) {
      Results of = result.getValue();
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %.1f | %.1f %% |%n",
          result.getKey().name(),
          time(of, ours, true),
          time(of, ours, false),
          result.getKey().indexBytes() / 1e6,
          100 * of.agreement(ours));
    }
  }

  /** With Broadsheet's time as a multiple of the other's in brackets. */
  private static String time(Results of, Results ours, boolean isCounting) {
    double mean = of.mean(isCounting);
    return of == ours
        ? String.format(Locale.ROOT, "%.2f", mean)
        : String.format(Locale.ROOT, "%.2f (%.2f)", mean, ours.mean(isCounting) / mean);
  }
}
