package broadsheet.benchmark;

import broadsheet.AttackQueries;
import broadsheet.desk.Desks;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.query.QueryParser;
import broadsheet.web.ServerSettings;
import broadsheet.web.UserData;
import broadsheet.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The time that one client waits for an ordinary query over HTTP, alone and while others send the
 * most expensive queries, each as soon as the last one is answered.
 */
final class AttackMeasure {

  private static final String ORDINARY = "oil";
  private static final int[] ATTACKERS = {1, 4, 16};
  private static final Duration ALONE = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofMillis(2_500);

  /** Longer addresses are refused before they are read. */
  private static final int LONGEST = 60_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  private AttackMeasure(int port) {
    address = "http://127.0.0.1:" + port + "/search.json?q=";
  }

  /** Indexes what {@code -Dcorpus} names, serves it, and prints a table. */
  public static void main(String[] arguments) throws Exception {
    Path folder = BenchmarkCorpus.newFolder();
    BenchmarkCorpus.index(folder);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder);
        WebServer server =
            WebServer.start(
                engine,
                text -> QueryParser.parse(text, LocalDate.EPOCH),
                new UserData(Desks.open(folder), Optional.empty()),
                ServerSettings.at("127.0.0.1", 0))) {
      new AttackMeasure(server.port()).run();
    }
    BenchmarkCorpus.remove(folder);
  }

  /** The times of requests, in nanoseconds, sorted. */
  private record Times(List<Long> sorted) {

    static Times of(List<Long> times) {
      return new Times(times.stream().sorted().toList());
    }

    double millis(double share) {
      return sorted.isEmpty()
          ? Double.NaN
          : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)) / 1e6;
    }
  }

  private void run() throws Exception {
    asked(ORDINARY, ALONE); // until the machine is warm
    Times alone = asked(ORDINARY, ALONE);
    System.out.printf(
        Locale.ROOT,
        "alone: p50 %.1f ms, p99 %.1f ms, %,d requests%n",
        alone.millis(0.5),
        alone.millis(0.99),
        alone.sorted().size());
    Map<String, String> attacks = new LinkedHashMap<>();
    attacks.put("(the ordinary query itself)", ORDINARY);
    attacks.putAll(AttackQueries.byName());
    for (Map.Entry<String, String> attack : attacks.entrySet()) {
      String query = URLEncoder.encode(attack.getValue(), StandardCharsets.UTF_8);
      if (query.length() < LONGEST) {
        for (int attackers : ATTACKERS) {
          row(attack.getKey(), query, attackers, alone);
        }
      }
    }
  }

  private void row(String name, String attack, int attackers, Times alone) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(attackers)) {
      List<Future<Times>> attacking =
          Stream.generate(() -> threads.submit(() -> asked(attack, ROUND)))
              .limit(attackers)
              .toList();
      Times ordinary = asked(ORDINARY, ROUND);
      List<Long> attacked = new ArrayList<>();
      for (Future<Times> one : attacking) {
        attacked.addAll(one.get().sorted());
      }
      Times attacks = Times.of(attacked);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.1f | %.1f | %.1f | %,d | %,.0f | %,.0f |%n",
          name,
          attackers,
          ordinary.millis(0.5),
          ordinary.millis(0.99),
          ordinary.millis(0.5) / alone.millis(0.5),
          attacked.size(),
          attacks.millis(0.5),
          attacks.millis(1));
    }
  }

  /** Sends requests for this long. */
  private Times asked(String query, Duration duration) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + query)).build();
    List<Long> times = new ArrayList<>();
    long end = System.nanoTime() + duration.toNanos();
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      times.add(System.nanoTime() - now);
      if (answer.statusCode() != 200 && answer.statusCode() != 503) {
        throw new IllegalStateException(answer.statusCode() + " for " + query);
      }
    }
    return Times.of(times);
  }
}
