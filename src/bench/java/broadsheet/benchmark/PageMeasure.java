package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.desk.Desks;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Measures the wait for the first page of results, from the request to the last byte of HTML, and
 * the length of the page. Each query is sent once after a warm-up on others. Prints a table. Run by
 * {@code src/build/measure Page -Dcorpus=PATH}.
 */
public final class PageMeasure {

  private static final int QUERIES = 1_000;
  private static final double MILLI = 1e6;

  private final Random random = new Random(5);
  private final HttpClient client = HttpClient.newHttpClient();

  private PageMeasure() {}

  /** Indexes the corpus, serves it, measures and prints. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    new PageMeasure().run();
  }

  private void run() throws IOException, InterruptedException {
    List<Article> all = BenchmarkCorpus.articles();
    all.removeIf(article -> article.title().split(" ", -1).length < 4);
    Path folder = BenchmarkCorpus.newFolder();
    TestIndex.build(folder, all);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder);
        WebServer server =
            WebServer.start(
                engine,
                query -> QueryParser.parse(query, LocalDate.EPOCH),
                new UserData(Desks.open(folder), Optional.empty()),
                ServerSettings.at("127.0.0.1", 0))) {
      System.out.println("| words | p50 ms | p99 ms | most ms | gzipped kB, most |");
      System.out.println("|---|---|---|---|---|");
      for (int words : List.of(1, 2, 3, 8)) {
        ask(server.port(), queries(all, words));
        print(words, ask(server.port(), queries(all, words)));
      }
    } finally {
      BenchmarkCorpus.remove(folder);
    }
  }

  /** Consecutive words of a headline. */
  private List<String> queries(List<Article> articles, int words) {
    List<String> queries = new ArrayList<>();
    while (queries.size() < QUERIES) {
      Article article = articles.get(random.nextInt(articles.size()));
      String[] title = article.title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
      if (title.length >= words) {
        int from = random.nextInt(title.length - words + 1);
        queries.add(String.join(" ", List.of(title).subList(from, from + words)));
      }
    }
    return queries;
  }

  private record Asked(long nanos, int bytes) {}

  private List<Asked> ask(int port, List<String> queries) throws IOException, InterruptedException {
    List<Asked> asked = new ArrayList<>();
    for (String query : queries) {
      String address =
          "http://127.0.0.1:%s/search?q=%s"
              .formatted(port, URLEncoder.encode(query, StandardCharsets.UTF_8));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address)).header("Accept-Encoding", "gzip").build();
      long start = System.nanoTime();
      byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      asked.add(new Asked(System.nanoTime() - start, body.length));
    }
    return asked;
  }

  private static void print(int words, List<Asked> asked) {
    List<Long> times = new ArrayList<>(asked.stream().map(Asked::nanos).toList());
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "| %d | %.1f | %.1f | %.1f | %.1f |%n",
        words,
        times.get(times.size() / 2) / MILLI,
        times.get(times.size() * 99 / 100) / MILLI,
        times.getLast() / MILLI,
        asked.stream().mapToInt(Asked::bytes).max().orElse(0) / 1e3);
  }
}
