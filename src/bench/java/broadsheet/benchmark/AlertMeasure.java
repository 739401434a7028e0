package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.engine.ArrivalCopy;
import broadsheet.engine.NameMode;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.StandingSearch;
import broadsheet.ledger.Source;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.index.AlertMatcher;
import broadsheet.lucene.index.LuceneIndexingSession;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the cost of saved searches in an update: indexes the last articles of an archive into an
 * index of all the others, with a number of saved searches made of words from its articles. Prints
 * a table. Run by {@code src/build/measure Alert -Dcorpus=PATH}.
 */
public final class AlertMeasure {

  private static final int WARM_UP_ROUNDS = 5;
  private static final int ROUNDS = 15;
  private static final int SHORTEST_WORD = 5;

  private final Random random = new Random(1);
  private final List<Article> articles = BenchmarkCorpus.articles();
  private final List<StandingSearch> searches =
      IntStream.range(0, 1_000)
          .mapToObj(
              i ->
                  new StandingSearch(
                      "s" + i, QueryParser.parse(query(), LocalDate.EPOCH).root(), Filters.none()))
          .toList();

  private AlertMeasure() {}

  /** Indexes the corpus, measures and prints. */
  public static void main(String... arguments) throws IOException {
    new AlertMeasure().run();
  }

  private void run() throws IOException {
    System.out.println("| articles | alerts | processor ms | least | ms | came in |");
    System.out.println("|---|---|---|---|---|---|");
    for (int count : List.of(1, 1_000)) {
      Path before = index(articles.subList(0, articles.size() - count));
      List<Measured> all = List.of(new Measured(0), new Measured(10), new Measured(1_000));
      for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
        for (Measured measured : all) {
          measure(measured, before, count, round >= 0);
        }
      }
      all.forEach(measured -> print(measured, count));
      BenchmarkCorpus.remove(before);
    }
  }

  /** The times for one number of alerts, in nanoseconds, interleaved with those for the others. */
  private static final class Measured {
    private final int alerts;
    private final List<Long> processor = new ArrayList<>();
    private final List<Long> clock = new ArrayList<>();
    private int cameIn;

    Measured(int alerts) {
      this.alerts = alerts;
    }
  }

  private void measure(Measured measured, Path before, int count, boolean isCounted)
      throws IOException {
    AlertMatcher standing =
        TestIndex.standing(searches.subList(0, measured.alerts).toArray(StandingSearch[]::new));
    Path folder = copied(before);
    long processor = processorNanos();
    long clock = System.nanoTime();
    update(folder, standing, count);
    if (isCounted) {
      measured.clock.add(System.nanoTime() - clock);
      measured.processor.add(processorNanos() - processor);
    }
    measured.cameIn = TestIndex.cameIn(folder);
    BenchmarkCorpus.remove(folder);
  }

  /** Processor time of all threads, because the clock of a busy machine mostly measures others. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void print(Measured measured, int count) {
    measured.processor.sort(null);
    measured.clock.sort(null);
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %,.0f | %,.0f | %,.0f | %,d |%n",
        count,
        measured.alerts,
        measured.processor.get(ROUNDS / 2) / 1e6,
        measured.processor.getFirst() / 1e6,
        measured.clock.get(ROUNDS / 2) / 1e6,
        measured.cameIn);
  }

  private static Path index(List<Article> articles) throws IOException {
    Path folder = BenchmarkCorpus.newFolder();
    try (LuceneIndexingSession session =
        LuceneIndexingSession.open(folder, ArrivalCopy.none(), NameMode.AS_IS)) {
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

  private void update(Path folder, AlertMatcher standing, int count) {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.update(folder, standing, NameMode.AS_IS)) {
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
