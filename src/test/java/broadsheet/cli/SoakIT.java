package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Stress;
import broadsheet.article.Article;
import broadsheet.lucene.ManyArticles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends all sorts of requests to a server while its archive changes every five seconds: once warmed
 * up, the server takes no more memory, threads and files than before. {@code -Dsoak.minutes} sets
 * the length.
 */
@Stress
class SoakIT {

  private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 20));
  private static final Duration BETWEEN_UPDATES = Duration.ofSeconds(5);

  /** This share of the time is for warming up, and the same for each window that is compared. */
  private static final double WINDOW = 0.25;

  private static final int FILES = 60;
  private static final int ARTICLES_EACH = 50;
  private static final int CLIENTS = 4;
  private static final int PAUSE_MS = 20;

  private static final List<String> PATHS =
      List.of(
          "/search?q=oil",
          "/search.json?q=the+oil+said",
          "/search.json?q=%22said+the%22~5&sort=newest",
          "/search.json?q=a*+oil",
          "/search.json?q=oil+w/5+said",
          "/search.json?q=(oil+OR+made)+-it&page=3",
          "/search.csv?q=oil",
          "/search.jsonl?q=said+oil",
          "/search.atom?q=oil",
          "/trends.json?q=oil",
          "/suggest?q=oi",
          "/corpus",
          "/alerts",
          "/healthz",
          "/metrics");

  @TempDir private Path folder;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final ConcurrentMap<Integer, Long> statuses = new ConcurrentHashMap<>();
  private final List<ProcessUse> series = new ArrayList<>();

  @Test
  void takesNoMoreAfterTwentyMinutesThanAfterFive(TestReporter reporter) throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "Linux tells what a process takes");
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path index = folder.resolve("index");
    for (int i = 0; i < FILES; i++) {
      write(corpus, i, i);
    }
    run("index", corpus.toString(), "--index", index.toString());
    run("alert", "add", "oil", "--index", index.toString());
    try (Serving serving =
            Serving.readied(
                Program.start("serve", "--watch", "--port", "0", "--index", index.toString()));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.execute(new Client(serving, i));
      }
      updateAndMeasure(serving, corpus, reporter);
      isOver.set(true);
      assertThat(serving.program().err()).doesNotContain("ERROR", "Exception", "cannot");
    } finally {
      isOver.set(true);
    }
    reporter.publishEntry("answers by status", statuses.toString());
    assertThat(statuses.keySet()).isSubsetOf(200, 503);
    assertFlat(reporter, "own memory, MB", ProcessUse::memory, 32);
    assertFlat(reporter, "threads", ProcessUse::threads, 6);
    assertFlat(reporter, "open files", ProcessUse::files, 12);
    assertFlat(reporter, "deleted but open", ProcessUse::deleted, 12);
  }

  private static void run(String... args) {
    StringWriter err = new StringWriter();
    PrintWriter printer = new PrintWriter(err, true);
    assertThat(BroadsheetCommand.run(printer, printer, args)).as(err::toString).isZero();
  }

  /** Rows of a table, which is replaced as a whole. */
  private void write(Path corpus, int file, int seed) throws IOException {
    String rows =
        ManyArticles.of(ARTICLES_EACH, seed).stream()
            .map(SoakIT::row)
            .collect(Collectors.joining("\n", "title,body\n", "\n"));
    Path beside = folder.resolve("beside.csv");
    Files.writeString(beside, rows);
    Files.move(
        beside, corpus.resolve("table-" + file + ".csv"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String row(Article article) {
    return article.title() + "," + String.join(" ", article.paragraphs());
  }

  private void updateAndMeasure(Serving serving, Path corpus, TestReporter reporter)
      throws Exception {
    int updates = Math.toIntExact(LENGTH.dividedBy(BETWEEN_UPDATES));
    for (int i = 0; i < updates; i++) {
      write(corpus, i % FILES, FILES + i);
      Thread.sleep(BETWEEN_UPDATES);
      assertThat(serving.program().isAlive()).as(serving.program()::err).isTrue();
      series.add(ProcessUse.of(serving.program().pid()));
      if (i % 12 == 11) {
        reporter.publishEntry("after %s min: %s".formatted((i + 1) / 12, series.getLast()));
      }
    }
  }

  /** The last window may have little more than the one after warming up. */
  private void assertFlat(
      TestReporter reporter, String what, ToLongFunction<ProcessUse> value, long leeway) {
    int window = Math.max(1, (int) (series.size() * WINDOW));
    long early = median(series.subList(window, Math.min(series.size(), 2 * window)), value);
    long late = median(series.subList(series.size() - window, series.size()), value);
    reporter.publishEntry(what + ": " + early + " early, " + late + " late");
    assertThat(late).as(what).isLessThanOrEqualTo(early + leeway);
  }

  private static long median(List<ProcessUse> uses, ToLongFunction<ProcessUse> value) {
    long[] sorted = uses.stream().mapToLong(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Asks for one thing after the other. */
  private final class Client implements Runnable {
    private final Serving serving;
    private final Random random;

    Client(Serving serving, long seed) {
      this.serving = serving;
      random = new Random(seed);
    }

    @Override
    public void run() {
      while (!isOver.get()) {
        try {
          int status = serving.get(PATHS.get(random.nextInt(PATHS.size()))).statusCode();
          statuses.merge(status, 1L, Long::sum);
          Thread.sleep(PAUSE_MS);
        } catch (IOException e) {
          statuses.merge(isOver.get() ? 200 : 0, 1L, Long::sum);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }
}
