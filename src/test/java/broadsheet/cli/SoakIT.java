package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Stress;
import broadsheet.article.Article;
import broadsheet.cli.common.ExitCode;
import broadsheet.lucene.ManyArticles;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends requests of all kinds to a server whose archive changes every five seconds, while readers
 * change lists, alerts and names, and twice a backup is made and the index rebuilt: once warmed up,
 * the server takes no more memory, threads and files than before. {@code -Dsoak.minutes} sets the
 * length.
 */
@Stress
class SoakIT {

  private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 15));
  private static final Duration BETWEEN_UPDATES = Duration.ofSeconds(5);
  private static final int UPDATES_A_MINUTE = 12;

  /** This share of the time is for warming up, and the same for each window that is compared. */
  private static final double WINDOW = 0.25;

  /** At these shares of the time a backup is made and the index rebuilt. */
  private static final List<Double> UPKEEP = List.of(0.35, 0.7);

  private static final int FILES = 30;
  private static final int ARTICLES_EACH = 25;
  private static final int CLIENTS = 4;
  private static final int PAUSE_MS = 20;
  private static final int MOST_TRIES = 50;
  private static final String PERSON = "/name/person/Maria%20Lindqvist";
  private static final Pattern UNDO = Pattern.compile("/names/[0-9a-f]+/undo");
  private static final Pattern LIVE = Pattern.compile("Tenured +total \\d+K, used (\\d+)K");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/search?q=oil",
          "/search.json?q=the+oil+said",
          "/search.json?q=%22said+the%22~5&sort=newest",
          "/search.json?q=a*+oil",
          "/search.json?q=oil+w/5+said",
          "/search.json?q=(oil+OR+made)+-it&page=3",
          "/search.json?q=person:lindqvist",
          "/search.csv?q=oil",
          "/search.jsonl?q=said+oil",
          "/search.ris?q=oil",
          "/search.bib?q=oil",
          "/search.atom?q=oil",
          "/trends.json?q=oil",
          "/words?q=oil",
          "/words.json?q=oil",
          "/suggest?q=oi",
          PERSON,
          "/corpus",
          "/corpus.json",
          "/corpus/files?show=files",
          "/help",
          "/alerts",
          "/lists",
          "/lists.json",
          "/names/corrections",
          "/openapi.json",
          "/healthz",
          "/metrics");

  @TempDir private Path folder;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final ConcurrentMap<Integer, Long> statuses = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Long> changes = new ConcurrentHashMap<>();
  private final List<ProcessUse> series = new ArrayList<>();
  private final List<Long> heap = new ArrayList<>();

  @Test
  void takesNoMoreAtTheEndThanWhenWarm(TestReporter reporter) throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "Linux tells what a process takes");
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path index = folder.resolve("index");
    for (int i = 0; i < FILES; i++) {
      write(corpus, i, i);
    }
    run("index", corpus.toString(), "--names", "--index", index.toString());
    run("alert", "add", "oil", "--index", index.toString());
    try (Serving serving =
            Serving.readied(
                Program.start("serve", "--watch", "--port", "0", "--index", index.toString()));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
        Closing _ = () -> isOver.set(true)) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.execute(new Client(serving, i));
      }
      clients.execute(new Editor(serving));
      updateAndMeasure(serving, corpus, index, reporter);
      isOver.set(true);
      assertThat(serving.program().err()).doesNotContain("ERROR", "Exception", "cannot");
    }
    reporter.publishEntry("answers by status", statuses + ", to changes " + changes);
    assertThat(statuses.keySet()).isSubsetOf(200, 503);
    assertThat(changes.keySet()).isSubsetOf(200, 303);
    assertFlat(reporter, "heap after a collection, MB", heap, Long::longValue, 16);
    assertFlat(reporter, "own memory, MB", series, ProcessUse::memory, 32);
    assertFlat(reporter, "threads", series, ProcessUse::threads, 6);
    assertFlat(reporter, "open files", series, ProcessUse::files, 12);
    assertFlat(reporter, "deleted but open", series, ProcessUse::deleted, 12);
  }

  /** A close that throws no checked exception. */
  private interface Closing extends AutoCloseable {
    @Override
    void close();
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
            .collect(Collectors.joining("\n", "title,language,body\n", "\n"));
    Path beside = folder.resolve("beside.csv");
    Files.writeString(beside, rows);
    Files.move(
        beside, corpus.resolve("table-" + file + ".csv"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String row(Article article) {
    return "%s,en,%s. Maria Lindqvist met Paul Volcker in London."
        .formatted(article.title(), String.join(" ", article.paragraphs()));
  }

  private void updateAndMeasure(Serving serving, Path corpus, Path index, TestReporter reporter)
      throws Exception {
    int updates = Math.toIntExact(LENGTH.dividedBy(BETWEEN_UPDATES));
    Set<Integer> upkeep =
        UPKEEP.stream().map(share -> (int) (share * updates)).collect(Collectors.toSet());
    for (int i = 0; i < updates; i++) {
      write(corpus, i % FILES, FILES + i);
      if (upkeep.contains(i)) {
        keepUp(index, i, reporter);
      }
      Thread.sleep(BETWEEN_UPDATES);
      assertThat(serving.program().isAlive()).as(serving.program()::err).isTrue();
      series.add(ProcessUse.of(serving.program().pid()));
      if ((i + 1) % UPDATES_A_MINUTE == 0) {
        heap.add(heapAfterCollection(serving.program().pid()));
        reporter.publishEntry(
            "after %s min: heap %s MB, %s, answers %s, changes %s"
                .formatted(
                    (i + 1) / UPDATES_A_MINUTE,
                    heap.getLast(),
                    series.getLast(),
                    statuses,
                    changes));
      }
    }
  }

  /** Backs the archive up and rebuilds it, by processes of their own beside the server. */
  private void keepUp(Path index, int number, TestReporter reporter) throws Exception {
    Path backup = folder.resolve("backup-" + number);
    Program.Ended copied = done("backup", backup.toString(), "--index", index.toString());
    assertThat(copied.exitCode()).as(copied.err()).isZero();
    Program.Ended rebuilt = done("index", "--index", index.toString());
    for (int i = 0; i < MOST_TRIES && rebuilt.exitCode() != ExitCode.DONE; i++) {
      Thread.sleep(200); // the watch was writing
      rebuilt = done("index", "--index", index.toString());
    }
    assertThat(rebuilt.exitCode()).as(rebuilt.err()).isZero();
    reporter.publishEntry("backup and rebuild: " + rebuilt.out().strip());
  }

  private static Program.Ended done(String... args) throws Exception {
    try (Program program = Program.start(args)) {
      return program.ended(Duration.ofMinutes(5));
    }
  }

  /** The objects that survive a collection of the whole heap, in MB. */
  private static long heapAfterCollection(long pid) throws Exception {
    jcmd(pid, "GC.run");
    String said = jcmd(pid, "GC.heap_info");
    Matcher live = LIVE.matcher(said);
    assertThat(live.find()).as(said).isTrue();
    return Long.parseLong(live.group(1)) / 1024;
  }

  private static String jcmd(long pid, String command) throws Exception {
    String jcmd = Program.java().resolveSibling("jcmd").toString();
    try (Program program = Program.start(new ProcessBuilder(jcmd, Long.toString(pid), command))) {
      return program.ended().out();
    }
  }

  /** The last window may have little more than the one after warming up. */
  private static <T> void assertFlat(
      TestReporter reporter, String what, List<T> all, ToLongFunction<T> value, long leeway) {
    int window = Math.max(1, (int) (all.size() * WINDOW));
    long early = median(all.subList(window, Math.min(all.size(), 2 * window)), value);
    long late = median(all.subList(all.size() - window, all.size()), value);
    reporter.publishEntry(what + ": " + early + " early, " + late + " late");
    assertThat(late).as(what).isLessThanOrEqualTo(early + leeway);
  }

  private static <T> long median(List<T> uses, ToLongFunction<T> value) {
    long[] sorted = uses.stream().mapToLong(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** Changes what readers keep, and undoes it. */
  private final class Editor implements Runnable {
    private final Serving serving;

    Editor(Serving serving) {
      this.serving = serving;
    }

    @Override
    public void run() {
      try {
        for (int round = 0; !isOver.get(); round++) {
          change(round);
        }
      } catch (InterruptedException e) {
        // the soak is over
      } catch (IOException e) {
        changes.merge(isOver.get() ? 200 : 0, 1L, Long::sum);
      }
    }

    private void change(int round) throws IOException, InterruptedException {
      post("/alerts", "q=oil+OR+made" + round % 7);
      JsonNode hits =
          serving.json("/search.json?q=oil&size=3&page=" + (1 + round % 20)).get("hits");
      for (JsonNode hit : hits) {
        String id = URLEncoder.encode(hit.get("id").asText(), StandardCharsets.UTF_8);
        post("/lists/put", "name=Soak&article=" + id);
        post("/lists/put", "star=" + id);
        post("/lists/put", "unstar=" + id);
      }
      if (round % 10 == 9) {
        post(PERSON + "/correct", "as=Lindqvist,+Maria&as-kind=person&form=");
        Matcher undo = UNDO.matcher(serving.get("/names/corrections").body());
        if (undo.find()) {
          post(undo.group(), "");
        }
        String list = serving.json("/lists.json").findPath("id").asText();
        post("/lists/" + list + "/remove", "");
      }
      if (round % 7 == 6) {
        for (String alert :
            serving.json("/alerts.json").findValuesAsText("id").stream().limit(7).toList()) {
          post("/alerts/" + alert + "/remove", "");
        }
      }
    }

    private void post(String path, String form) throws IOException, InterruptedException {
      if (!isOver.get()) {
        changes.merge(serving.post(path, form).statusCode(), 1L, Long::sum);
        Thread.sleep(PAUSE_MS);
      }
    }
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
          String path = PATHS.get(random.nextInt(PATHS.size()));
          int status = serving.get(path).statusCode();
          boolean isRenamed = status == 404 && path.equals(PERSON); // and soon has its name again
          statuses.merge(isRenamed ? 200 : status, 1L, Long::sum);
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
