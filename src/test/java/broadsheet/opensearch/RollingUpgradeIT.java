package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope;
import broadsheet.indexing.Progress;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.coordinator.Shards;
import broadsheet.query.QueryNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The nodes of a cluster are upgraded one by one while the program of the release before, which
 * built the archive, and this one search it. {@code -Dbroadsheet.before} names a checkout of that
 * release, 2.0.0 or later, in which {@code target} was built with the plugin; the format of its
 * index must be this one's.
 */
@OnCluster
@Isolated("starts another cluster")
@EnabledIfSystemProperty(
    named = RollingUpgradeIT.BEFORE,
    matches = ".+",
    disabledReason = "needs a build of the release before: -Dbroadsheet.before=FOLDER")
class RollingUpgradeIT {

  static final String BEFORE = "broadsheet.before";

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int ARTICLES = 300;
  private static final int PORT = 17_461;

  @TempDir private Path folder;

  private final Path before = Path.of(System.getProperty(BEFORE, ""));
  private final AtomicLong pages = new AtomicLong();
  private final List<String> faults = new ArrayList<>();
  private volatile boolean goOn = true;

  private Path zip() throws IOException {
    try (Stream<Path> files = Files.list(before.resolve("target/opensearch"))) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
  }

  private Path source() throws IOException {
    Path source = Files.createDirectories(folder.resolve("news"));
    write(source.resolve("a.jsonl"), RandomArchive.of(new Random(11), ARTICLES));
    return source;
  }

  private static void write(Path file, List<Article> articles) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (Article article : articles) {
      ObjectNode line = mapper.createObjectNode();
      line.put("id", "r" + lines.size()).put("title", article.title());
      line.put("body", String.join("\n\n", article.paragraphs())).put("source", article.source());
      line.put("published_at", article.publishedAt().toString());
      lines.add(line.toString());
    }
    Files.write(file, lines);
  }

  /** Runs the program of the release before. */
  private Process earlier(String... arguments) throws IOException {
    String libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-cp");
    command.add(before.resolve("target/classes") + File.pathSeparator + libraries);
    command.add("broadsheet.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
  }

  private void readPages() {
    HttpClient client = HttpClient.newHttpClient();
    while (goOn) {
      for (String word : RandomArchive.WORDS) {
        URI page = URI.create("http://127.0.0.1:%s/search?q=%s".formatted(PORT, word));
        try {
          HttpResponse<String> answer =
              client.send(
                  HttpRequest.newBuilder(page).timeout(LIMIT).build(), BodyHandlers.ofString());
          if (answer.statusCode() != 200 || answer.body().contains("did not answer")) {
            faults.add(page + ": " + answer.statusCode());
          }
        } catch (IOException e) {
          faults.add(page + ": " + e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        pages.incrementAndGet();
      }
    }
  }

  private static void awaitServer() throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/".formatted(PORT))).build();
    for (int tries = 0; tries < 300; tries++) {
      try {
        client.send(request, BodyHandlers.discarding());
        return;
      } catch (IOException _) {
        Thread.sleep(200);
      }
    }
    throw new IllegalStateException("the program of the release before does not serve");
  }

  @Test
  void readersNoticeNothing(TestReporter reporter) throws IOException, InterruptedException {
    Path source = source();
    try (TestCluster nodes = TestCluster.startWith(zip())) {
      String address = nodes.location("upgrade");
      Process indexing = earlier("index", source.toString(), "--engine", address);
      assertThat(indexing.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(indexing.exitValue()).isZero();
      Process serving = earlier("serve", "--engine", address, "--port", Integer.toString(PORT));
      try {
        awaitServer();
        upgrade(nodes, Location.of(address), source, reporter);
      } finally {
        goOn = false;
        serving.destroy();
        serving.waitFor();
      }
    }
  }

  private void upgrade(TestCluster nodes, Location location, Path source, TestReporter reporter)
      throws IOException, InterruptedException {
    Engine embedded = new LuceneEngine(folder.resolve("embedded"));
    index(source, "embedded", false);
    Engine engine = new OpenSearchEngine(location, folder.resolve("index/cluster-upgrade"));
    if (protocol(location) < Shards.PROTOCOL) {
      assertThatThrownBy(() -> engine.update())
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("Some nodes have the plugin of an earlier release.");
    }
    Thread pageReader = Thread.ofPlatform().start(this::readPages);
    try (SearchEngine expected = embedded.search(LIMIT);
        SearchEngine reading = engine.search(LIMIT)) {
      CheckedReaders readers = new CheckedReaders(reading, List.of(expected), "");
      try (readers) {
        nodes.upgrade();
        Thread.sleep(3_000);
      }
      goOn = false;
      pageReader.join();
      reporter.publishEntry(
          String.format(
              Locale.ROOT,
              "three nodes upgraded: requests %d, failed %d, partial %d, wrong %d, slowest %d ms;"
                  + " pages of the release before %d, failed %d",
              readers.requests(),
              readers.failures().size(),
              readers.partial(),
              readers.wrong().size(),
              readers.slowestMillis(),
              pages.get(),
              faults.size()));
      assertThat(readers.failures()).isEmpty();
      assertThat(readers.wrong()).isEmpty();
      assertThat(readers.partial()).isZero();
      assertThat(faults).isEmpty();
    }
    update(engine, source);
  }

  private static int protocol(Location location) {
    try (Cluster cluster = Cluster.of(location, ClusterAccess.of(System.getenv()))) {
      return cluster.protocol();
    }
  }

  private void index(Path source, String index, boolean isUpdate) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    new Indexing(folder.resolve(index), List.of(source), IndexingScope.Manner.USUAL, isUpdate)
        .run(new IndexingLog(nowhere, Progress.Display.NONE));
  }

  /** The archive that the release before built is updated by this one. */
  private void update(Engine engine, Path source) throws IOException {
    write(source.resolve("b.jsonl"), List.of(Article.withId("new").title("Upgraded").build()));
    index(source, "index/cluster-upgrade", true);
    try (SearchEngine reading = engine.search(LIMIT)) {
      assertThat(reading.search(SearchRequest.of(new QueryNode.Word("upgraded"))).total()).isOne();
    }
  }
}
