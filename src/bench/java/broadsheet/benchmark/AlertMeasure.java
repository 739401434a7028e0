package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.engine.NameMode;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.AlertCount;
import broadsheet.ledger.Source;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.LuceneIndexingSession;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures what alerts cost: an update, the list of all alerts, and the page of one, beside the
 * search that it asks. The last articles of an archive are added to an index of all the others,
 * with alerts made of words from its articles. Prints tables. Run by {@code src/build/measure Alert
 * -Dcorpus=PATH}.
 */
public final class AlertMeasure {

  private static final int WARM_UP_ROUNDS = 5;
  private static final int ROUNDS = 15;
  private static final int ALERTS = 1_000;
  private static final int SHOWN = 50;
  private static final int SHORTEST_WORD = 5;

  private final Random random = new Random(1);
  private final List<Article> articles = BenchmarkCorpus.articles();
  private final List<QueryNode> queries =
      IntStream.range(0, ALERTS)
          .mapToObj(i -> QueryParser.parse(query(), LocalDate.EPOCH).root())
          .toList();

  private AlertMeasure() {}

  /** Indexes the corpus, measures and prints. */
  public static void main(String... arguments) throws IOException {
    new AlertMeasure().run();
  }

  private void run() throws IOException {
    System.out.println("| new articles | update, processor ms | least | ms |");
    System.out.println("|---|---|---|---|");
    List<Path> updated = new ArrayList<>();
    for (int count : List.of(1, 1_000)) {
      updated.add(update(count));
    }
    System.out.println("| new articles | list of 1,000 alerts, ms | matches |");
    System.out.println("|---|---|---|");
    for (Path folder : updated) {
      read(folder);
      BenchmarkCorpus.remove(folder);
    }
  }

  /** Measures updates with so many new articles; returns an index that one of them updated. */
  private Path update(int count) throws IOException {
    Path before = index(articles.subList(0, articles.size() - count));
    Path folder = before;
    List<Long> processor = new ArrayList<>();
    List<Long> clock = new ArrayList<>();
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      if (!folder.equals(before)) {
        BenchmarkCorpus.remove(folder);
      }
      folder = copied(before);
      long processorAt = processorNanos();
      long clockAt = System.nanoTime();
      update(folder, count);
      if (round >= 0) {
        clock.add(System.nanoTime() - clockAt);
        processor.add(processorNanos() - processorAt);
      }
    }
    BenchmarkCorpus.remove(before);
    processor.sort(null);
    clock.sort(null);
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,.0f | %,.0f | %,.0f |%n",
        count,
        processor.get(ROUNDS / 2) / 1e6,
        processor.getFirst() / 1e6,
        clock.get(ROUNDS / 2) / 1e6);
    return folder;
  }

  /** Processor time of all threads, because the clock of a busy machine mostly measures others. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private void read(Path folder) {
    List<AlertSearch> alerts =
        queries.stream().map(query -> new AlertSearch(query, Filters.none(), 0)).toList();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      List<AlertCount> counts = engine.count(alerts);
      double list = median(() -> engine.count(alerts));
      long matches = counts.stream().mapToLong(AlertCount::count).sum();
      long added = engine.search(alert(new QueryNode.Everything())).total();
      System.out.printf(Locale.ROOT, "| %,d | %,.1f | %,d |%n", added, list, matches);
      double pages = 0;
      double searches = 0;
      for (AlertSearch alert : alerts.subList(0, ALERTS / 10)) {
        SearchRequest search =
            new SearchRequest(alert.query(), Filters.none(), SortOrder.NEWEST, 1, SHOWN)
                .withoutCounts()
                .matching(Match.ALL);
        searches += median(() -> engine.search(search));
        pages +=
            median(
                () -> {
                  engine.count(List.of(alert));
                  return engine.search(alert.request(SHOWN));
                });
      }
      System.out.printf(
          Locale.ROOT,
          "100 alerts: %,.2f ms a page, %,.2f ms its search of the whole archive%n",
          pages / (ALERTS / 10),
          searches / (ALERTS / 10));
    }
  }

  private static SearchRequest alert(QueryNode query) {
    return new AlertSearch(query, Filters.none(), 0).request(1);
  }

  /** The median time of a task, in milliseconds. */
  private static double median(Supplier<?> task) {
    List<Long> times = new ArrayList<>();
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      long startedAt = System.nanoTime();
      Object _ = task.get();
      if (round >= 0) {
        times.add(System.nanoTime() - startedAt);
      }
    }
    times.sort(null);
    return times.get(ROUNDS / 2) / 1e6;
  }

  private static Path index(List<Article> articles) throws IOException {
    Path folder = BenchmarkCorpus.newFolder();
    try (LuceneIndexingSession session =
        LuceneIndexingSession.open(IndexFolder.searched(folder), NameMode.AS_IS)) {
      articles.forEach(session::add);
      session.commit(List.of());
    }
    return folder;
  }

  private static Path copied(Path index) throws IOException {
    Path copy = BenchmarkCorpus.newFolder();
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private void update(Path folder, int count) {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.update(IndexFolder.searched(folder), NameMode.AS_IS)) {
      articles
          .subList(articles.size() - count, articles.size())
          .forEach(article -> session.add("/new", article));
      session.commit(List.of(new Source("/new", "")));
    }
  }

  /** Typical alerts: names, phrases, alternatives, proximity, wildcards. */
  private String query() {
    String one = word();
    String other = word();
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> one + " " + other;
      case 3, 4 -> "\"" + pair() + "\"";
      case 5 -> one + " AND (" + other + " OR " + word() + ")";
      case 6 -> one + " w/10 " + other;
      case 7 -> "title:" + one + " -" + other;
      case 8 -> one.substring(0, SHORTEST_WORD - 1) + "* " + other;
      default -> one + " OR \"" + pair() + "\"";
    };
  }

  private String word() {
    List<String> words = words();
    String word = words.get(random.nextInt(words.size()));
    return word.length() < SHORTEST_WORD ? word() : word;
  }

  private String pair() {
    List<String> words = words();
    int at = random.nextInt(words.size() - 1);
    return words.get(at) + " " + words.get(at + 1);
  }

  /** Words of a random article. */
  private List<String> words() {
    Article article = articles.get(random.nextInt(articles.size()));
    List<String> words =
        Arrays.stream(String.join(" ", article.paragraphs()).split("[^\\p{L}]+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    return words.size() < 20 ? words() : words;
  }
}
